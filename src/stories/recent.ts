import type { Story, StoryId } from '../model.ts';

/** The stories that may still be told on, found by what they are filed under. */
export interface Recent {
  /** Files a story, or the version of it with one more telling, under `keys`. */
  put(story: Story, keys: Iterable<string>): void;
  /** The stories that share most keys, of those told within the window before or after `at`. */
  near(keys: Iterable<string>, at: number): readonly Story[];
  /** Lets go of one story. */
  drop(id: StoryId): void;
  /** Lets go of stories last told before an instant, and returns them. */
  forget(before: number): readonly Story[];
}

/** However many stories share a company, so many of its newest are looked at: what placing an article costs is bounded by it. */
const looked = 150;
const mostCandidates = 24;

export function recent(windowMs: number): Recent {
  /** In the order of filing, so that the oldest stand first. */
  const stories = new Map<StoryId, Filed>();
  /** Ids in the order of filing, so that the newest stand last; some may be forgotten already. */
  const shelves = new Map<string, StoryId[]>();

  function put(story: Story, keys: Iterable<string>): void {
    const times = story.sources.map(({ publishedAt }) => publishedAt);
    const all = stories.get(story.id)?.keys ?? new Set<string>();
    for (const key of keys) {
      all.add(key);
      const ids = shelves.get(key) ?? [];
      if (ids.at(-1) !== story.id) ids.push(story.id);
      if (ids.length > 2 * looked) ids.splice(0, ids.length - looked);
      shelves.set(key, ids);
    }
    stories.delete(story.id);
    stories.set(story.id, { story, keys: all, from: Math.min(...times), to: Math.max(...times) });
  }

  function near(keys: Iterable<string>, at: number): Story[] {
    const shared = new Map<StoryId, number>();
    for (const key of new Set(keys))
      for (const id of new Set(shelves.get(key)?.slice(-looked))) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .values()
      .map(([id]) => stories.get(id))
      .filter((filed) => filed !== undefined)
      .filter(({ from, to }) => at >= from - windowMs && at <= to + windowMs)
      .take(mostCandidates)
      .map(({ story }) => story)
      .toArray();
  }

  function forget(before: number): Story[] {
    const gone: Story[] = [];
    for (const [id, { story, keys, to }] of stories) {
      if (to >= before) break;
      gone.push(story);
      stories.delete(id);
      // What was filed last is forgotten last: with it, the whole shelf is of no use any more.
      for (const key of keys) if (!stories.has(shelves.get(key)?.at(-1) ?? id)) shelves.delete(key);
    }
    return gone;
  }

  return { put, near, drop: (id) => void stories.delete(id), forget };
}

interface Filed {
  readonly story: Story;
  readonly keys: Set<string>;
  readonly from: number;
  readonly to: number;
}
