import { describe, expect, it } from 'vitest';
import type { ArticleId, StoryId } from '../../src/model.ts';
import { archive } from '../../src/stories/archive.ts';
import { aSource, aStory } from '../story.ts';

const day = 86_400_000;
const named = (id: string, partners: readonly string[], at: number) =>
  aStory({
    id: id as StoryId,
    partners,
    firstSeenAt: at,
    sources: [aSource({ article: `a-${id}` as ArticleId, publishedAt: at })],
  });

const filled = () =>
  archive([
    named('old', ['Lumora', 'Kestrel'], 0),
    named('new', ['Lumora', 'Arctic Optics'], 20 * day),
    named('other', ['Borealis'], 10 * day),
  ]);
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id);

describe('archive', () => {
  it('tells the latest first, whatever order they came in', () => {
    expect(ids(filled().latest({ count: 10 }))).toEqual(['new', 'other', 'old']);
    expect(ids(filled().latest({ count: 1 }))).toEqual(['new']);
  });

  it('knows a company by any spelling', () => {
    expect(ids(filled().latest({ company: 'LUMORA Inc.', count: 5 }))).toEqual(['new', 'old']);
    expect(filled().latest({ company: 'Nobody', count: 5 })).toEqual([]);
  });

  it('replaces the version it has and follows new names and articles', () => {
    const stories = filled();
    stories.put({ ...named('other', ['Borealis', 'Tern'], 10 * day) });
    expect(ids(stories.latest({ company: 'Tern', count: 5 }))).toEqual(['other']);
    expect(stories.all()).toHaveLength(3);
    expect(stories.withArticle('a-other' as ArticleId)?.partners).toEqual(['Borealis', 'Tern']);
    expect(stories.withArticle('a-none' as ArticleId)).toBeUndefined();
  });
});
