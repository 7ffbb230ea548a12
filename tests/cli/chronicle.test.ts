import { describe, expect, it } from 'vitest';
import { chronicle } from '../../src/cli/chronicle.ts';
import type { Feed } from '../../src/model.ts';
import { createLog } from '../../src/log.ts';
import { aStory } from '../story.ts';

const feed = { id: 'f', url: 'https://a.example/feed', title: 'A' } as unknown as Feed;

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [fact: string]: unknown;
}

function written(...events: Parameters<ReturnType<typeof chronicle>>[0][]): readonly Line[] {
  const lines: Line[] = [];
  const report = chronicle(createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Line) }));
  for (const event of events) report(event);
  return lines;
}

const failed = (id: string, kind = 'dns') =>
  ({
    is: 'failed',
    feed: { ...feed, id } as unknown as Feed,
    kind,
    reason: { say: 'feed.unchanged', host: id },
  }) as const;
const over = (feeds: number) =>
  [
    { is: 'round', feeds, ms: 12.3 },
    { is: 'begun', feeds },
  ] as const;

describe('the log', () => {
  it('has one line per outcome, with the number of the round that brought it', () => {
    const lines = written(
      { is: 'unchanged', feed },
      failed('f'),
      { is: 'told', story: aStory() },
      ...over(2),
      { is: 'joined', story: aStory() },
      ...over(0),
    );
    expect(lines.map(({ msg, round }) => [msg, round])).toEqual([
      ['f says that nothing has changed.', 1],
      [`new: ${aStory().headline}`, 1],
      ['round over', 1],
      [`another outlet tells: ${aStory().headline}`, 2],
    ]);
    expect(lines[2]).toMatchObject({ feeds: 2, failed: 1, stories: 1, ms: 12 });
  });

  it('says of a feed when it begins to fail and when it heals, and not each time', () => {
    const lines = written(failed('f'), ...over(2), failed('f'), ...over(2), failed('f', 'timeout'), {
      is: 'unchanged',
      feed,
    });
    expect(lines.map(({ msg }) => msg).filter((msg) => msg !== 'round over')).toEqual([
      'f says that nothing has changed.',
      'f says that nothing has changed.',
      'the feed can be read again',
    ]);
  });

  it('says in two lines, not in a hundred, that the network is down', () => {
    const lines = written(...Array.from({ length: 100 }, (_, n) => failed(`f${n}`)), ...over(100));
    expect(lines.map(({ msg }) => msg).slice(3)).toEqual([
      'More feeds fail like that; LOG_LEVEL=debug names each, and so does /feeds.',
      'no feed can be read: does this machine reach the internet?',
    ]);
  });
});
