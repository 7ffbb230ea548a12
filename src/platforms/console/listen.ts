import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Call, Command } from '../../command.ts';
import { type Message, sentence } from '../../message.ts';
import type { Listener } from '../platform.ts';
import { readLine } from './commands.ts';

export type Typed = Readable;

/** Answers the commands typed into a terminal, one at a time; without a terminal there is nothing to hear. */
export async function listen(
  typed: Typed | undefined,
  commands: readonly Command[],
  answer: (call: Call) => Promise<Message>,
  show: (message: Message) => void,
): Promise<Listener> {
  const ended = new Promise<string>(() => {});
  if (!typed) return { ended, close: async () => {} };
  const lines = createInterface({ input: typed, terminal: false });
  let last = Promise.resolve();
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    const asked = readLine(commands, line);
    const message = asked.is === 'call' ? answer(asked.call) : Promise.resolve(sentence(asked.reason));
    last = last.then(async () => show(await message));
  });
  return {
    ended,
    async close() {
      lines.close();
      await last;
    },
  };
}
