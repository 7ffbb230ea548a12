import { REST, type RESTOptions } from 'discord.js';
import type { Connection, Platform, SendOutcome } from '../platform.ts';
import { listen } from './listen.ts';
import { pace, remembersKeyMs } from './pace.ts';
import { edit, person, send } from './send.ts';

/** Longer waits go back to our own queue, where they hold up nobody else. */
const patienceMs = 2_000;

/** Discord, by token: posts over REST, hears slash commands over the gateway. */
export function discord({ token, apiUrl, log, perSecond }: Connection): Platform {
  // discord.js adds the version itself; people copy addresses with and without it.
  const base: Partial<RESTOptions> = apiUrl === undefined ? {} : { api: apiUrl.replace(/\/v\d+$/u, '') };
  const rest = new REST({
    ...base,
    retries: 1,
    ...(perSecond === undefined ? {} : { globalRequestsPerSecond: perSecond }),
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > patienceMs,
  }).setToken(token);
  const closing = new AbortController();
  let halted: SendOutcome | undefined;

  /** Ten thousand refused requests get an address banned, so one 401 ends all sending. */
  async function unlessHalted(request: () => Promise<SendOutcome>): Promise<SendOutcome> {
    if (halted) return halted;
    const outcome = await request();
    if (outcome.is === 'halted') halted = outcome;
    return outcome;
  }

  return {
    name: 'discord',
    pace: pace(perSecond),
    remembersKeyMs,
    person: (id) => person(rest, id),
    send: (to, message, key, options) => unlessHalted(() => send(rest, to, message, key, options)),
    edit: (to, id, message) => unlessHalted(() => edit(rest, to, id, message)),
    listen: (desk) => listen({ token, rest: base, log, desk, signal: closing.signal }),
    async close() {
      closing.abort();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
