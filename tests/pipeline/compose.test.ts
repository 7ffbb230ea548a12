import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message.ts';
import type { Story } from '../../src/model.ts';
import { compose } from '../../src/pipeline/compose.ts';
import { aSource, aStory } from '../story.ts';

const text = ({ blocks }: Message): readonly string[] =>
  blocks.map((block) =>
    (block.is === 'list' ? block.items.flat() : block.spans).map((one) => one.text).join(''),
  );

describe('compose', () => {
  it('tells who with whom, what and where it was read', () => {
    expect(text(compose(aStory()))).toEqual([
      'Lumora teams up with Arctic Optics',
      'Lumora × Arctic Optics · Joint product, announced',
      'Phone maker Lumora and camera maker Arctic Optics will build a camera together.',
      'The Circuit Post',
    ]);
  });

  it('leads to the primary source and names it first, whoever told it before', () => {
    const own = aSource({ outlet: 'Lumora', url: 'https://newsroom.lumora.com/1' });
    const post = compose(aStory({ sources: [aSource(), own, aSource({ outlet: 'B' })] }));
    expect(post.link).toBe(own.url);
    expect(post.blocks[0]).toMatchObject({ spans: [{ href: own.url }] });
    expect(text(post).at(-1)).toBe('Lumora · also: The Circuit Post, B');
  });

  it.each([
    ['an outlet that told it twice is named once', ['A', 'A', 'B'], 'A · also: B'],
    ['an outlet stays where it told it first', ['A', 'B', 'A'], 'A · also: B'],
    ['many outlets are counted', ['A', 'B', 'C', 'D', 'E', 'F'], 'A · also: B, C, D and 2 more'],
  ])('%s', (_name, outlets, line) => {
    expect(text(compose(aStory({ sources: outlets.map((outlet) => aSource({ outlet })) }))).at(-1)).toBe(
      line,
    );
  });

  it.each<[string, Partial<Story>, string]>([
    ['that a machine wrote the summary', { summaryBy: 'model' }, 'AI summary'],
    [
      'what memory adds',
      {
        notes: [
          { is: 'first-between', names: ['Lumora', 'Arctic Optics'] },
          { is: 'nth-this-quarter', name: 'Lumora', count: 3 },
          { is: 'nth-this-quarter', name: 'Arctic Optics', count: 11 },
        ],
      },
      'First deal between Lumora and Arctic Optics · 3rd deal of Lumora this quarter · 11th deal of Arctic Optics this quarter',
    ],
  ])('says %s', (_name, changes, line) => {
    expect(text(compose(aStory(changes))).at(-2)).toBe(line);
  });

  it('leaves out what is not known', () => {
    const bare = compose(aStory({ summary: '', partners: [], sources: [aSource({ url: '' })] }));
    expect(text(bare)).toEqual([
      'Lumora teams up with Arctic Optics',
      'Joint product, announced',
      'The Circuit Post',
    ]);
    expect(bare).not.toHaveProperty('link');
  });
});
