import type { Message } from '../../message.ts';
import type { Platform } from '../platform.ts';
import { listen, type Typed } from './listen.ts';
import type { Terminal } from './render.ts';
import { send } from './send.ts';

export interface ConsoleOptions {
  write(text: string): void;
  /** Asked at each post, because windows are resized. */
  terminal(): Terminal;
  /** Lines a person types; absent when nobody sits there. */
  readonly typed?: Typed;
}

/** The terminal as a platform: posts are printed, commands are typed. */
export function console({ write, terminal, typed }: ConsoleOptions): Platform {
  const print = (text: string) => write(`${text}\n`);
  // Loaded with the first post: what wraps lines knows the width of every character there is.
  const rendered = async (message: Message): Promise<string> =>
    (await import('./render.ts')).render(message, terminal());
  return {
    name: 'console',
    pace: {
      burst: Number.POSITIVE_INFINITY,
      overall: { most: 1_000, inMs: 1 },
      chatOf: ({ chat }) => chat,
      limitsOf: () => [],
    },
    remembersKeyMs: 0,
    person: async () => undefined,
    send: async (_to, message, key) => send(print, await rendered(message), key),
    edit: async (_to, id) => ({ is: 'sent', message: id }),
    listen: (desk) => listen(typed, desk, async (message) => print(await rendered(message))),
    close: async () => {},
  };
}
