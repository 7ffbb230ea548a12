import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { firstRound } from '../../src/cli/firstRound.ts';
import type { Io } from '../../src/cli/io.ts';
import type { Feed } from '../../src/model.ts';
import { quoting } from '../said.ts';

const feed = { id: 'f', url: 'https://a.example/feed', title: 'A' } as unknown as Feed;

/** What stands in the terminal's last line: what was written since it was last erased. */
function watched(terminal: boolean) {
  let written = '';
  const add = (text: string) => void (written += text);
  const io = {
    out: async (text: string) => add(text),
    err: (text: string) => add(`${text}\n`),
    ...(terminal ? { progress: add } : {}),
  } as unknown as Io;
  const lastLine = () => stripVTControlCharacters(written.split('\n').at(-1)?.split('\r').at(-1) ?? '');
  return { ...firstRound(io), lastLine, all: () => written };
}

it('shows on a terminal how far the first round is, below the lines of the log', () => {
  const { io, report, lastLine } = watched(true);
  report({ is: 'begun', feeds: 4 });
  report({ is: 'unchanged', feed });
  expect(lastLine()).toBe('█████░░░░░░░░░░░░░░░ 1 of 4 feeds read, first round');
  io.err('Lumora teams up with Arctic Optics');
  expect(lastLine()).toContain('1 of 4');
  for (let n = 0; n < 3; n += 1) report({ is: 'failed', feed, kind: 'dns', reason: quoting('unknown') });
  expect(lastLine()).toBe('');
  report({ is: 'round', feeds: 4, ms: 1 });
  report({ is: 'begun', feeds: 2 });
  report({ is: 'unchanged', feed });
  expect(lastLine()).toBe('');
});

it('writes nothing where there is no terminal', () => {
  const { report, all } = watched(false);
  report({ is: 'begun', feeds: 4 });
  report({ is: 'unchanged', feed });
  expect(all()).toBe('');
});
