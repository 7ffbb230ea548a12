import { once } from 'node:events';
import type { FrontDesk, Platform } from './platforms/platform.ts';
import type { Turns } from './turns.ts';

/**
 * Listens on a platform when it is our turn, since two that listen with one token would take each other's commands
 * away. Resolves with a sentence when that ended for good, or with nothing when it was stopped.
 */
export const listening =
  (turns: Turns) =>
  (platform: Platform, desk: FrontDesk): Promise<string | undefined> =>
    turns.take(`listen/${platform.name}`, (held) => until(held, platform, desk));

const until = async (held: AbortSignal, platform: Platform, desk: FrontDesk): Promise<string | undefined> => {
  const begun = platform.listen(desk);
  const over = held.aborted ? Promise.resolve() : once(held, 'abort');
  const ended = await Promise.race([begun.then((listener) => listener.ended), over.then(() => undefined)]);
  // A first connection can take its time; it is closed when it stands, whoever listens by then.
  const closed = begun.then((listener) => listener.close());
  await Promise.race([closed, closing()]);
  return ended;
};

const closing = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5_000).unref());
