import { describe, expect, it } from 'vitest';
import type { Kind, Stage, Story, StoryId } from '../../../src/model.ts';
import { network } from '../../../src/stories/pictures/network.ts';
import { aStory } from '../../story.ts';

const day = 86_400_000;

/** Stories a day apart, oldest first. */
const told = (...all: readonly [partners: string, kind?: Kind, stage?: Stage][]): readonly Story[] =>
  all.map(([partners, kind = 'product', stage = 'announced'], at) =>
    aStory({ id: `s${at}` as StoryId, partners: partners.split('+'), kind, stage, firstSeenAt: at * day }),
  );

describe('a network of partnerships', () => {
  it('has the company in focus first, then its partners by how much they share', () => {
    const { nodes } = network(told(['B+A'], ['C+A'], ['C+A']), ['A'], 9);
    expect(nodes.map(({ name, stories, focus }) => [name, stories, focus])).toEqual([
      ['A', 3, true],
      ['C', 2, false],
      ['B', 1, false],
    ]);
  });

  it('takes two spellings of a company for one, and shows the latest', () => {
    const { nodes } = network(told(['Zorbéx Inc.+A'], ['ZORBEX+A']), ['a'], 9);
    expect(nodes.map(({ name }) => name)).toEqual(['A', 'ZORBEX']);
  });

  it('counts what a company owns as its own, and never as its partner', () => {
    const stories = told(['YouTube+A'], ['Google+A'], ['Google+Alphabet+B']);
    const { nodes, ties } = network(stories, ['Google'], 9);
    expect(nodes.map(({ name, stories: count }) => [name, count])).toEqual([
      ['Google', 3],
      ['A', 2],
      ['B', 1],
    ]);
    expect(ties.map(({ ends }) => ends.join('-'))).toEqual(['a-google', 'b-google']);
  });

  it('ties all partners of a story to each other', () => {
    const { ties } = network(told(['A+B+C']), ['A'], 9);
    expect(ties.map(({ ends }) => ends.join('-'))).toEqual(['a-b', 'a-c', 'b-c']);
  });

  it.each<readonly [string, readonly [string, Kind?, Stage?][], object]>([
    ['counts its stories', [['A+B'], ['A+B']], { stories: 2 }],
    [
      'has the kind of most of them',
      [
        ['A+B', 'supply'],
        ['A+B', 'research'],
        ['A+B', 'supply'],
      ],
      { kind: 'supply' },
    ],
    ['is over when the latest says so', [['A+B'], ['A+B', 'product', 'ended']], { ended: true }],
    ['lives again when a later one says so', [['A+B', 'product', 'ended'], ['A+B']], { ended: false }],
  ])('a tie %s', (_name, stories, tie) => {
    expect(network(told(...stories), ['A'], 9).ties).toEqual([expect.objectContaining(tie)]);
  });

  it('keeps the strongest when there is no room for all, and says how many it left out', () => {
    const { nodes, ties, more } = network(
      told(['A+B'], ['A+C'], ['A+C'], ['A+D'], ['A+D'], ['B+D']),
      ['A'],
      3,
    );
    expect(nodes.map(({ name }) => name)).toEqual(['A', 'C', 'D']);
    expect(ties).toHaveLength(2);
    expect(more).toBe(1);
  });

  it('of nothing is empty', () => {
    expect(network([], ['A'], 9)).toEqual({ nodes: [], ties: [], more: 0 });
  });
});
