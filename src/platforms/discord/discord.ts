import { REST, type RESTOptions } from 'discord.js';
import type { Connection, Platform, SendOutcome } from '../platform.ts';
import { listen, type Shards } from './listen.ts';
import { forums } from './forums.ts';
import { pace, remembersKeyMs } from './pace.ts';
import { edit, person, publish, send } from './send.ts';

/** Longer waits go back to our own queue, where they hold up nobody else. */
const patienceMs = 2_000;

interface DiscordConnection extends Connection {
  /** How many gateway connections servers are divided over; as many as Discord recommends unless told. */
  readonly shards?: Shards;
}

/** Discord, by token: posts over REST, hears slash commands over the gateway. */
export function discord({ token, apiUrl, log, perSecond, shards = 'auto' }: DiscordConnection): Platform {
  // discord.js adds the version itself; people copy addresses with and without it.
  const base: Partial<RESTOptions> = apiUrl === undefined ? {} : { api: apiUrl.replace(/\/v\d+$/u, '') };
  const connected = (retries: number): REST =>
    new REST({
      ...base,
      retries,
      ...(perSecond === undefined ? {} : { globalRequestsPerSecond: perSecond }),
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > patienceMs,
    }).setToken(token);
  const rest = connected(1);
  // Nothing marks the repeat of a request for a thread, so discord.js must not repeat one by itself.
  const once = connected(0);
  const forum = forums(once);
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
    send: (to, message, key, options = {}) =>
      unlessHalted(() =>
        options.thread && options.replyTo === undefined
          ? forum.begin(to, message, options)
          : send(rest, to, message, key, options),
      ),
    edit: (to, id, message) => unlessHalted(() => edit(rest, to, id, message)),
    publish: (to, id) => unlessHalted(() => publish(rest, to, id)),
    listen: (desk) => listen({ token, rest: base, log, desk, shards, signal: closing.signal }),
    async close() {
      closing.abort();
      for (const one of [rest, once]) {
        one.clearHashSweeper();
        one.clearHandlerSweeper();
      }
    },
  };
}
