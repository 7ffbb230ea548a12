import { parseArgs } from 'node:util';
import { type Memory, memory } from '../memory.ts';
import type { Source, Story } from '../model.ts';
import { openStore } from '../store/openStore.ts';
import type { Vote } from '../vote.ts';
import { configured } from './configured.ts';
import type { Io, Subcommand } from './io.ts';

/**
 * What readers said of stories → JSONL: labelled items, as `train` and `eval` take them; or with `--groups` the
 * articles of stories that were found to be one, as grouping is measured by.
 */
export const exportFeedback: Subcommand = async (io) => {
  const { groups = false } = parseArgs({
    args: [...io.args],
    options: { groups: { type: 'boolean' } },
  }).values;
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    const shelves = memory(store);
    const byStory = new Map<string, Vote[]>();
    for await (const [, vote] of shelves.votes.entries())
      byStory.set(vote.story, [...(byStory.get(vote.story) ?? []), vote]);
    for (const [id, cast] of byStory) {
      const story = await shelves.stories.get(id);
      if (story) await (groups ? writeGroup : writeLabels)(story, cast, shelves, io);
    }
    return 0;
  } finally {
    await store.close();
  }
};

async function writeLabels(story: Story, cast: readonly Vote[], { articles }: Memory, io: Io): Promise<void> {
  const label = judged(story, cast);
  if (!label) return;
  for (const source of story.sources) {
    const known = (await articles.get(source.article))?.article;
    const item = {
      ...facts(source, known?.text),
      language: known?.language ?? story.language ?? 'en',
      outlet: source.outlet,
      date: new Date(source.publishedAt).toISOString().slice(0, 10),
      sample: 'feedback',
      ...label,
    };
    await io.out(`${JSON.stringify(item)}\n`);
  }
}

async function writeGroup(story: Story, cast: readonly Vote[], shelves: Memory, io: Io): Promise<void> {
  const same = cast.filter(({ verdict }) => verdict === 'same_story');
  const named = [...Map.groupBy(same, ({ value = '' }) => value)].find(
    ([, alike]) => weight(alike) >= 2,
  )?.[0];
  const other = named === undefined ? undefined : await shelves.stories.get(named);
  if (!other) return;
  const sources = new Map([...other.sources, ...story.sources].map((source) => [source.article, source]));
  for (const source of sources.values()) {
    const known = (await shelves.articles.get(source.article))?.article;
    const item = {
      ...facts(source, known?.text),
      group: other.id,
      feed: source.outlet,
      url: source.url,
      publishedAt: new Date(source.publishedAt).toISOString(),
    };
    await io.out(`${JSON.stringify(item)}\n`);
  }
}

const facts = ({ article, title, said }: Source, text: string | undefined) => ({
  key: article,
  title,
  description: text ?? said?.lead ?? '',
});

/** Moderators decide; without one, two readers who agree do. */
const weight = (alike: readonly Vote[]): number =>
  alike.reduce((sum, { moderator }) => sum + (moderator ? 2 : 1), 0);

function judged({ kind, stage }: Story, votes: readonly Vote[]): object | undefined {
  const none = votes.filter(({ verdict }) => verdict === 'not_partnership');
  const other = votes.filter(({ verdict }) => verdict === 'wrong_companies');
  if (weight(none) >= 2 && weight(none) >= weight(other)) return { label: 'no' };
  const said = other.toSorted((a, b) => Number(b.moderator) - Number(a.moderator) || b.at - a.at)[0]?.value;
  if (weight(other) < 2 || said === undefined) return undefined;
  return { label: 'yes', partners: said.split(', '), kind, stage };
}
