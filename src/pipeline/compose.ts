import { kindColours } from '../kindColours.ts';
import { type Block, type Message, shownAddress, type Spans, span } from '../message.ts';
import type { Story } from '../model.ts';
import { primaryFirst } from '../stories/primarySource.ts';
import { type Words, words } from '../words/words.ts';
import { remarks } from './compose/remarks.ts';
import { kindAndStage } from './compose/kindAndStage.ts';
import { sourceLine } from './compose/sourceLine.ts';

/** The card that tells a story: headline, who with whom, what kind and stage, summary, sources. */
export function compose(story: Story, speech: Words = words('en')): Message {
  const sources = primaryFirst(story);
  const address = sources[0]?.url ?? '';
  const link = address === '' ? undefined : shownAddress(address);
  const blocks: Block[] = [
    { is: 'heading', spans: [span(story.headline, link === undefined ? {} : { href: link })] },
    { is: 'text', spans: facts(story, speech) },
  ];
  if (story.summary !== '') blocks.push({ is: 'text', spans: [span(story.summary)] });
  const besides = remarks(story, speech);
  if (besides.length > 0) blocks.push({ is: 'note', spans: besides });
  blocks.push({ is: 'note', spans: sourceLine(sources, speech) });
  return {
    blocks,
    colour: kindColours[story.kind],
    ...(link === undefined ? {} : { link }),
    ...(story.image === undefined ? {} : { image: story.image }),
  };
}

function facts({ partners, kind, stage }: Story, speech: Words): Spans {
  const what = kindAndStage(kind, stage, speech);
  return partners.length === 0
    ? [span(what)]
    : [span(partners.join(' × '), { bold: true }), span(` · ${what}`)];
}
