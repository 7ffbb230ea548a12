import { kindColours } from '../../kindColours.ts';
import { type Message, span } from '../../message.ts';
import type { Stage, Story } from '../../model.ts';
import { sourceLine } from './sourceLine.ts';

const openings: Readonly<Record<Stage, string>> = {
  rumoured: 'Rumoured again',
  announced: 'Now official',
  extended: 'Extended',
  ongoing: 'Under way',
  ended: 'Ended',
};

/** What an answer to the post of a story says when the story has reached another stage. */
export function composeStep({ headline, partners, kind, sources }: Story, stage: Stage): Message {
  const latest = sources.at(-1);
  const title = latest?.title ?? headline;
  const link = latest?.url === '' ? undefined : latest?.url;
  const whose = partners.length === 0 ? '' : `: ${partners.join(' × ')}`;
  return {
    blocks: [
      { is: 'heading', spans: [span(`${openings[stage]}${whose}`)] },
      { is: 'text', spans: [span(title, link === undefined ? {} : { href: link })] },
      ...(latest ? [{ is: 'note', spans: sourceLine([latest]) } as const] : []),
    ],
    colour: kindColours[kind],
    ...(link === undefined ? {} : { link }),
  };
}
