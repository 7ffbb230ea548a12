import { expect, it } from 'vitest';
import { chronicle } from '../../src/cli/chronicle.ts';
import type { Feed } from '../../src/model.ts';
import { createLog } from '../../src/log.ts';
import { aStory } from '../story.ts';

const feed = { id: 'f', url: 'https://a.example/feed', title: 'A' } as unknown as Feed;

it('writes one line per outcome, with the number of the round that brought it', () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const report = chronicle(createLog('info', { write }));
  report({ is: 'unchanged', feed });
  report({ is: 'failed', feed, kind: 'dns', reason: 'The name a.example is unknown.' });
  report({ is: 'told', story: aStory() });
  report({ is: 'round', feeds: 2, ms: 12.3 });
  report({ is: 'told', story: aStory() });
  report({ is: 'round', feeds: 0, ms: 1 });
  expect(lines.map(({ msg, round }) => [msg, round])).toEqual([
    ['The name a.example is unknown.', 1],
    [aStory().headline, 1],
    ['round over', 1],
    [aStory().headline, 2],
  ]);
  expect(lines[2]).toMatchObject({ feeds: 2, failed: 1, stories: 1, ms: 12 });
});
