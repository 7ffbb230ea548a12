import { memory } from '../memory.ts';
import type { Story } from '../model.ts';
import { openStore } from '../store/openStore.ts';
import type { Vote } from '../vote.ts';
import { configured } from './configured.ts';
import type { Subcommand } from './io.ts';

/** What readers said of stories → labelled JSONL items, as `train` and `eval` take them. */
export const exportFeedback: Subcommand = async (io) => {
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    const { votes, stories, articles } = memory(store);
    const byStory = new Map<string, Vote[]>();
    for await (const [, vote] of votes.entries())
      byStory.set(vote.story, [...(byStory.get(vote.story) ?? []), vote]);
    for (const [id, cast] of byStory) {
      const story = await stories.get(id);
      const label = story && judged(story, cast);
      if (!story || !label) continue;
      for (const source of story.sources) {
        const known = (await articles.get(source.article))?.article;
        const item = {
          key: source.article,
          title: source.title,
          description: known?.text ?? '',
          language: known?.language ?? story.language ?? 'en',
          outlet: source.outlet,
          date: new Date(source.publishedAt).toISOString().slice(0, 10),
          sample: 'feedback',
          ...label,
        };
        await io.out(`${JSON.stringify(item)}\n`);
      }
    }
    return 0;
  } finally {
    await store.close();
  }
};

/** Moderators decide; without one, two readers who agree do. */
function judged({ kind, stage }: Story, votes: readonly Vote[]): object | undefined {
  const weight = (alike: readonly Vote[]): number =>
    alike.reduce((sum, { moderator }) => sum + (moderator ? 2 : 1), 0);
  const none = votes.filter(({ verdict }) => verdict === 'not_partnership');
  const other = votes.filter(({ verdict }) => verdict === 'wrong_companies');
  if (weight(none) >= 2 && weight(none) >= weight(other)) return { label: 'no' };
  const said = other.toSorted((a, b) => Number(b.moderator) - Number(a.moderator) || b.at - a.at)[0]?.value;
  if (weight(other) < 2 || said === undefined) return undefined;
  return { label: 'yes', partners: said.split(', '), kind, stage };
}
