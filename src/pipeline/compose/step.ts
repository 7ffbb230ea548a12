import { kindColours } from '../../kindColours.ts';
import { type Message, span } from '../../message.ts';
import type { Stage, Story } from '../../model.ts';
import type { Words } from '../../words/words.ts';
import { sourceLine } from './sourceLine.ts';

/** What an answer to the post of a story says when the story has reached another stage. */
export function composeStep(
  { headline, partners, kind, sources }: Story,
  stage: Stage,
  words: Words,
): Message {
  const latest = sources.at(-1);
  const title = latest?.title ?? headline;
  const link = latest?.url === '' ? undefined : latest?.url;
  const what = words.say(`step.${stage}`);
  const heading =
    partners.length === 0 ? what : words.say('post.step', { what, partners: partners.join(' × ') });
  return {
    blocks: [
      { is: 'heading', spans: [span(heading)] },
      { is: 'text', spans: [span(title, link === undefined ? {} : { href: link })] },
      ...(latest ? [{ is: 'note', spans: sourceLine([latest], words) } as const] : []),
    ],
    colour: kindColours[kind],
    ...(link === undefined ? {} : { link }),
  };
}
