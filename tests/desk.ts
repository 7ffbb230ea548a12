import { pino } from 'pino';
import type { Command, Newsroom } from '../src/command.ts';
import { frontDesk } from '../src/frontDesk.ts';
import type { Log } from '../src/log.ts';
import type { FrontDesk } from '../src/platforms/platform.ts';
import { openStore } from '../src/store/openStore.ts';
import { memory } from '../src/memory.ts';

/** A desk for commands of a test, with a memory of its own that forgets everything. */
export async function aDesk(
  commands: readonly Command[],
  parts: {
    readonly newsroom?: Partial<Newsroom>;
    readonly now?: () => number;
    readonly log?: Log;
    readonly perMinute?: number;
    readonly relocate?: FrontDesk['moved'];
  } = {},
): Promise<FrontDesk> {
  const shelves = memory(await openStore('memory:'));
  return frontDesk({
    commands,
    newsroom: { settings: async () => ({}), ...parts.newsroom } as Newsroom,
    presses: shelves.presses,
    questions: shelves.questions,
    greeted: shelves.greeted,
    relocate: parts.relocate ?? (async () => {}),
    perMinute: parts.perMinute ?? 1_000,
    now: parts.now ?? (() => 0),
    log: parts.log ?? pino({ level: 'silent' }),
  });
}
