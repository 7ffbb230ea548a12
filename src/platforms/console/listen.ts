import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Message, sentence } from '../../message.ts';
import type { FrontDesk, Listener } from '../platform.ts';
import { byTerminal, readLine } from './commands.ts';
import { pressable } from './pressable.ts';

export type Typed = Readable;

/** Answers the commands typed into a terminal, one at a time; without a terminal there is nothing to hear. */
export async function listen(
  typed: Typed | undefined,
  desk: FrontDesk,
  show: (message: Message) => Promise<void>,
): Promise<Listener> {
  const ended = new Promise<string>(() => {});
  if (!typed) return { ended, close: async () => {} };
  const lines = createInterface({ input: typed, terminal: false });
  /** What the last answer asked, which a line without a command completes. */
  let last: Message | undefined;

  async function heard(line: string): Promise<void> {
    last = await answered(line, last, desk);
    await show(last);
  }
  let turn = Promise.resolve();
  lines.on('line', (line) => {
    if (line.trim() !== '') turn = turn.then(() => heard(line));
  });
  return {
    ended,
    async close() {
      lines.close();
      await turn;
    },
  };
}

/** A number presses what the last answer showed under it; words complete its question; all else is a command. */
async function answered(line: string, last: Message | undefined, desk: FrontDesk): Promise<Message> {
  const said = line.trim();
  const button = pressable(last)[Number(said) - 1];
  const asked = !said.startsWith('/') && last?.ask ? last.ask.press : undefined;
  const id = button?.press ?? asked;
  if (id === undefined) return desk.answer(readLine(line));
  const press = await desk.pressed(id);
  if (!press) return desk.expired(byTerminal({ command: '', options: {} }));
  const { command, options, ask } = press;
  if (ask && button) return { ...sentence(ask.label), ask: { label: ask.label, press: id } };
  return desk.answer(
    byTerminal({ command, options: ask ? { ...options, [ask.option]: said } : options, pressed: true }),
  );
}
