import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Call, type Command } from '../../../src/command.ts';
import { sentence } from '../../../src/message.ts';
import { aDesk } from '../../desk.ts';
import { console } from '../../../src/platforms/console/console.ts';

const echo: Command = {
  name: 'echo',
  description: 'Say it again',
  options: [{ type: 'integer', name: 'count', description: 'how often', min: 1, max: 3 }],
  access: 'admins',
  audience: 'chat',
  run: async () => sentence('unused'),
};

async function typing(lines: string, answer: (call: Call) => string): Promise<string> {
  const typed = new PassThrough();
  let shown = '';
  const terminal = console({
    write: (text) => (shown += text),
    terminal: () => ({ columns: 80, styled: false }),
    typed,
  });
  const desk = await aDesk([{ ...echo, run: async ({ call }) => sentence(answer(call)) }]);
  const listener = await terminal.listen(desk);
  typed.end(lines);
  await new Promise((resolve) => typed.once('close', resolve));
  await listener.close();
  return shown;
}

describe('the terminal as a platform', () => {
  it('prints a post and says it was sent', async () => {
    let shown = '';
    const terminal = console({
      write: (text) => (shown += text),
      terminal: () => ({ columns: 80, styled: false }),
    });
    const to = { platform: 'console', chat: 'terminal' } as const;
    expect(await terminal.send(to, sentence('Hello'), 'key')).toEqual({ is: 'sent', message: 'key' });
    expect(shown).toBe('| Hello\n\n');
  });

  it.each([
    ['a command with its slash', '/echo 2\n', '| echo {"count":2}\n\n'],
    ['a command without', 'ECHO\n', '| echo {}\n\n'],
    ['an argument out of range', '/echo 9\n', '| "count" goes from 1 to 3, and 9 is outside.\n\n'],
    ['an unknown command', 'dance\n', "| I don't know /dance. /help lists what I can do.\n\n"],
    ['empty lines are passed over', '\n  \n', ''],
    [
      'several lines are answered in turn',
      '/echo 1\n/echo 2\n',
      '| echo {"count":1}\n\n| echo {"count":2}\n\n',
    ],
  ])('hears %s', async (_name, lines, shown) => {
    expect(await typing(lines, (call) => `${call.command} ${JSON.stringify(call.options)}`)).toBe(shown);
  });
});
