import type { Story } from '../model.ts';

/** Stories in the order of their first telling. */
export interface Chronicle {
  put(story: Story): void;
  /** Takes out a story as it was put. */
  remove(story: Story): void;
  size(): number;
  /** Oldest first; a half-open stretch of time. */
  between(since: number, until: number): readonly Story[];
  /** One by one, as far as they are wanted. */
  newestFirst(until?: number): Generator<Story>;
}

export function chronicle(): Chronicle {
  const stories: Story[] = [];

  /** The first position whose story began at or after an instant. */
  function firstAt(at: number): number {
    let [low, high] = [0, stories.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((stories[middle]?.firstSeenAt ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function put(story: Story): void {
    if ((stories.at(-1)?.firstSeenAt ?? Number.NEGATIVE_INFINITY) <= story.firstSeenAt) stories.push(story);
    else stories.splice(firstAt(story.firstSeenAt + 1), 0, story);
  }

  function remove({ id, firstSeenAt }: Story): void {
    for (let at = firstAt(firstSeenAt); stories[at]?.firstSeenAt === firstSeenAt; at += 1)
      if (stories[at]?.id === id) stories.splice(at, 1);
  }

  return {
    put,
    remove,
    size: () => stories.length,
    between: (since, until) => stories.slice(firstAt(since), firstAt(until)),
    *newestFirst(until = Number.POSITIVE_INFINITY) {
      for (let at = firstAt(until) - 1; at >= 0; at -= 1) yield stories[at] as Story;
    },
  };
}
