import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type RESTOptions,
} from 'discord.js';
import { inEnglish } from '../../words/sentence.ts';
import type { Listener } from '../platform.ts';
import { register } from './commands.ts';
import { tokenRefused } from './outcome.ts';
import { greet } from './greet.ts';
import { type Answering, heard } from './heard.ts';

/** A number of gateway connections, or as many as Discord recommends (topics/gateway#sharding). */
export type Shards = number | 'auto';

export interface Listening extends Answering {
  readonly token: string;
  readonly shards: Shards;
  readonly rest: Partial<RESTOptions>;
  readonly signal: AbortSignal;
}

const portal = 'https://discord.com/developers/applications → your application → Bot';

/** Gateway close codes after which discord.js gives up (topics/opcodes-and-status-codes#gateway). */
const fatal: Readonly<Record<number, string>> = {
  4004: inEnglish(tokenRefused),
  4010: 'Discord refuses the shard we announced (4010): set DISCORD_SHARDS=auto, and run one listener per token.',
  4011: 'The bot is in more servers than its connections may carry (4011): restart it with DISCORD_SHARDS=auto, so that they are counted anew.',
  4012: 'Discord no longer serves the gateway version we speak (4012): update Pactwire.',
  4013: 'Discord does not know the intents we ask for (4013): update Pactwire.',
  4014: `Discord does not allow the intents we ask for (4014): turn them on at ${portal} → Privileged Gateway Intents.`,
};

const longestPauseMs = 5 * 60_000;

/** Hears slash commands until closed; what the network breaks is mended, what Discord refuses ends it. */
export async function listen(listening: Listening): Promise<Listener> {
  const { log, signal } = listening;
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  for (let failures = 0; !signal.aborted; failures++) {
    const attempt = await connect(listening, end);
    if (attempt.is === 'connected') return { ended, close: await closer(attempt.close, signal) };
    if (attempt.is === 'refused') break;
    const pauseMs = Math.min(longestPauseMs, 1_000 * 2 ** failures);
    log.warn({ reason: attempt.reason, pauseMs }, 'cannot log in to Discord, trying again');
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
  return { ended, close: async () => {} };
}

/** The log-in cannot be called off, so a connection may come about that nobody wants any more. */
async function closer(close: () => Promise<void>, signal: AbortSignal): Promise<() => Promise<void>> {
  if (signal.aborted) await close();
  else signal.addEventListener('abort', () => void close(), { once: true });
  return close;
}

/**
 * All connections are kept by discord.js in this process, which identifies no faster than Discord allows; a process
 * each, as its `ShardingManager` has it, would register the commands once each and carry hardly more.
 */
const divided = (shards: Shards): Pick<ClientOptions, 'shards' | 'shardCount'> =>
  shards === 'auto'
    ? { shards }
    : { shards: Array.from({ length: shards }, (_, at) => at), shardCount: shards };

type Attempt =
  | { readonly is: 'connected'; readonly close: () => Promise<void> }
  | { readonly is: 'refused' }
  | { readonly is: 'failed'; readonly reason: string };

async function connect(listening: Listening, end: (reason: string) => void): Promise<Attempt> {
  const { token, rest, log, shards } = listening;
  const replies = new Set<Promise<void>>();
  let refusal: string | undefined;
  const client = new Client({
    // Slash commands arrive without any; servers are what discord.js wants to know to make sense of them.
    intents: [GatewayIntentBits.Guilds],
    // While discord.js waits for servers that are down it holds back commands, which have three seconds.
    waitGuildTimeout: 0,
    ...divided(shards),
    rest,
  });
  client.on(Events.InteractionCreate, (interaction) => {
    const replied = heard(interaction, listening).finally(() => replies.delete(replied));
    replies.add(replied);
  });
  client.on(Events.GuildCreate, (guild) => {
    const greeted: Promise<void> = greet(guild, listening.desk, client.rest)
      .catch((error: unknown) => log.warn({ error, server: guild.id }, 'a server could not be greeted'))
      .finally(() => replies.delete(greeted));
    replies.add(greeted);
  });
  client.on(Events.ShardReconnecting, () => {
    // discord.js also says so when it is us who close.
    if (!listening.signal.aborted) log.info({}, 'the connection to Discord broke, connecting again');
  });
  client.on(Events.ShardError, ({ message }) =>
    log.warn({ reason: message }, 'trouble with the connection to Discord'),
  );
  client.on(Events.Error, (error) => log.error({ error }, 'discord.js reports an error'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    refusal = fatal[code] ?? `Discord closed the connection for good (${code}).`;
    end(refusal);
  });
  try {
    await client.login(token);
  } catch (error) {
    // discord.js may go on connecting in the background; nobody shall hear it.
    client.removeAllListeners().on(Events.Error, () => {});
    if ((error as { code?: unknown }).code === DiscordjsErrorCodes.TokenInvalid)
      refusal = inEnglish(tokenRefused);
    if (refusal === undefined) return { is: 'failed', reason: (error as Error).message };
    end(refusal);
    return { is: 'refused' };
  }
  await registered(client, listening);
  log.info({ username: client.user?.username }, 'listening on Discord');
  return {
    is: 'connected',
    async close() {
      await client.destroy();
      await Promise.all(replies);
    },
  };
}

/** Without registration the commands of last time still work, so its failure ends nothing. */
async function registered({ rest, application }: Client, { desk, log }: Listening): Promise<void> {
  if (!application) return;
  try {
    const changes = await register(rest, application.id, desk.commands);
    if (changes.length > 0)
      log.info(
        { changes: changes.map(({ name, is }) => `${name} ${is}`).join(', ') },
        'told Discord which commands there are',
      );
  } catch (error) {
    log.error(
      { reason: (error as Error).message },
      'Discord did not take our list of commands; restart to try again',
    );
  }
}
