import { describe, expect, it } from 'vitest';
import type { StoryId } from '../../src/model.ts';
import { recent } from '../../src/stories/recent.ts';
import { aSource, aStory } from '../story.ts';

const told = (id: string, ...at: number[]) =>
  aStory({ id: id as StoryId, sources: at.map((publishedAt) => aSource({ publishedAt })) });
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id);

describe('recent', () => {
  it('finds what shares a key within the window, most keys first', () => {
    const stories = recent(10);
    stories.put(told('one', 0), ['a']);
    stories.put(told('two', 5), ['a', 'b']);
    stories.put(told('three', 5), ['c']);
    expect(ids(stories.near(['a', 'b'], 6))).toEqual(['two', 'one']);
    expect(ids(stories.near(['a', 'b'], 12))).toEqual(['two']);
    expect(ids(stories.near(['a', 'b'], -8))).toEqual(['one']);
  });

  it('keeps a story in reach while it is told on', () => {
    const stories = recent(10);
    stories.put(told('one', 0), ['a']);
    stories.put(told('one', 0, 9), ['b']);
    expect(ids(stories.near(['a'], 18))).toEqual(['one']);
    expect(stories.near(['a'], 18)[0]?.sources).toHaveLength(2);
  });

  it('forgets what was last told long ago, and gives it back', () => {
    const stories = recent(10);
    stories.put(told('one', 0), ['a']);
    stories.put(told('two', 20), ['a']);
    expect(ids(stories.forget(20))).toEqual(['one']);
    expect(ids(stories.near(['a'], 10))).toEqual(['two']);
    expect(ids(stories.forget(Number.POSITIVE_INFINITY))).toEqual(['two']);
  });

  it('looks at a bounded number of stories, however many share a key', () => {
    const stories = recent(10);
    for (let at = 0; at < 5_000; at += 1) stories.put(told(`s${at}`, 0), ['a']);
    const found = ids(stories.near(['a'], 1));
    expect(found.length).toBeLessThan(100);
    expect(found.every((id) => Number(id.slice(1)) > 4_000)).toBe(true);
  });
});
