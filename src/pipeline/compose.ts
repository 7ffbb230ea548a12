import { type Block, type Message, type Spans, span } from '../message.ts';
import type { Kind, Source, Stage, Story } from '../model.ts';

const kindWords: Readonly<Record<Kind, string>> = {
  alliance: 'Alliance',
  joint_venture: 'Joint venture',
  product: 'Joint product',
  integration: 'Integration',
  distribution: 'Distribution',
  licensing: 'Licensing',
  supply: 'Supply',
  research: 'Research',
  consortium: 'Consortium',
  other: 'Partnership',
};

const kindColours: Readonly<Record<Kind, number>> = {
  alliance: 0x3b82f6,
  joint_venture: 0x8b5cf6,
  product: 0x10b981,
  integration: 0x06b6d4,
  distribution: 0xf59e0b,
  licensing: 0xeab308,
  supply: 0xf97316,
  research: 0x6366f1,
  consortium: 0xec4899,
  other: 0x64748b,
};

const stageWords: Readonly<Record<Stage, string>> = {
  rumoured: 'rumoured',
  announced: 'announced',
  extended: 'extended',
  ongoing: 'in progress',
  ended: 'ended',
};

const shownSources = 4;

/** The card that tells a story: headline, who with whom, what kind and stage, summary, sources. */
export function compose(story: Story): Message {
  const [first] = story.sources;
  const link = first?.url === '' ? undefined : first?.url;
  const blocks: Block[] = [
    { is: 'heading', spans: [span(story.headline, link === undefined ? {} : { href: link })] },
    { is: 'text', spans: facts(story) },
  ];
  if (story.summary !== '') blocks.push({ is: 'text', spans: [span(story.summary)] });
  blocks.push({ is: 'note', spans: sourceLine(story.sources) });
  return {
    blocks,
    colour: kindColours[story.kind],
    ...(link === undefined ? {} : { link }),
    ...(story.image === undefined ? {} : { image: story.image }),
  };
}

function facts({ partners, kind, stage }: Story): Spans {
  const what = `${kindWords[kind]}, ${stageWords[stage]}`;
  return partners.length === 0
    ? [span(what)]
    : [span(partners.join(' × '), { bold: true }), span(` · ${what}`)];
}

function sourceLine(sources: readonly Source[]): Spans {
  const byOutlet = [
    ...new Map(sources.toReversed().map((source) => [source.outlet, source])).values(),
  ].toReversed();
  const links = byOutlet
    .slice(0, shownSources)
    .map(({ outlet, url }) => span(outlet, url === '' ? {} : { href: url }));
  const line = links.flatMap((link, at) => (at === 0 ? [link] : [span(' · '), link]));
  const more = byOutlet.length - shownSources;
  return more > 0 ? [...line, span(` and ${more} more`)] : line;
}
