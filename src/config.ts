import { z } from 'zod';
import { keepingSettings } from './config/keeping.ts';
import { limits } from './config/limits.ts';
import { roles } from './config/roles.ts';
import { baseUrl, count, discordToken, duration, list, period, token } from './config/schemas.ts';
import type { Setting } from './config/setting.ts';
import { summarySettings } from './config/summaries.ts';
import { webSettings } from './config/webSettings.ts';

export type { Setting } from './config/setting.ts';

/** Every setting there is, in the order in which docs/settings.md shows them. */
export const settings = {
  discordToken: {
    name: 'DISCORD_TOKEN',
    schema: token(discordToken, 'three parts joined by dots, without spaces'),
    example: 'MTA1MjQ….GhXkT….kQ9…',
    secret: true,
    sentence: 'Bot token of your Discord application; turns Discord on.',
  },
  discordApiUrl: {
    name: 'DISCORD_API_URL',
    schema: baseUrl,
    fallback: 'https://discord.com/api',
    example: 'http://discord-proxy:3000/api',
    sentence: "Another base of Discord's REST API, such as a rate-limit proxy.",
  },
  discordRate: {
    name: 'DISCORD_RATE',
    schema: count(10_000),
    fallback: '50',
    example: '100',
    sentence: 'How many requests a second Discord takes from this bot; very large bots are granted more.',
  },
  discordShards: {
    name: 'DISCORD_SHARDS',
    schema: z.literal('auto').or(count(1_000)),
    fallback: 'auto',
    example: '16',
    sentence:
      "How many connections the bot's Discord servers are divided over; `auto` is what Discord recommends.",
  },
  telegramToken: {
    name: 'TELEGRAM_TOKEN',
    schema: token(/^\d+:[\w-]+$/u, 'digits, a colon, then letters'),
    example: '123456789:AAF…',
    secret: true,
    sentence: 'Bot token from @BotFather; turns Telegram on.',
  },
  telegramApiUrl: {
    name: 'TELEGRAM_API_URL',
    schema: baseUrl,
    fallback: 'https://api.telegram.org',
    example: 'http://telegram-bot-api:8081',
    sentence: 'Another base of the Telegram Bot API, such as a self-hosted server.',
  },
  telegramWebhookUrl: {
    name: 'TELEGRAM_WEBHOOK_URL',
    schema: z.url({ protocol: /^https$/u, error: 'must be an https URL' }),
    example: 'https://bot.example.org/telegram',
    sentence: 'Where Telegram brings updates, instead of us asking for them; a proxy there passes them on.',
  },
  telegramWebhookPort: {
    name: 'TELEGRAM_WEBHOOK_PORT',
    schema: count(65_535),
    fallback: '8443',
    example: '8443',
    sentence: 'The port at which they are taken, for the proxy behind `TELEGRAM_WEBHOOK_URL`.',
  },
  telegramRate: {
    name: 'TELEGRAM_RATE',
    schema: count(10_000),
    fallback: '30',
    example: '1000',
    sentence: 'How many messages a second Telegram takes from this bot; more with paid broadcasts.',
  },
  storeUrl: {
    name: 'STORE_URL',
    schema: z
      .string()
      .regex(
        /^(sqlite:.+|rediss?:\/\/.+|postgres(ql)?:\/\/.+|memory:)$/u,
        'must start with sqlite:, redis:// or postgres://, or be memory:',
      ),
    fallback: 'sqlite:./data/pactwire.db',
    example: 'sqlite:./data/pactwire.db',
    secret: true,
    sentence:
      'Where the memory is kept: a file, or `redis://…` or `postgres://…` for many processes; `memory:` forgets it.',
  },
  queueUrl: {
    name: 'QUEUE_URL',
    schema: z.string().regex(/^(rediss?|postgres(ql)?):\/\/.+$/u, 'must start with redis:// or postgres://'),
    example: 'redis://redis:6379',
    secret: true,
    sentence: 'A server that carries the jobs of many processes; without it, one process does everything.',
  },
  roles: {
    name: 'ROLES',
    schema: list.pipe(
      z.array(z.enum(roles, `must be some of ${roles.join(',')}`)).nonempty('must name a role'),
    ),
    fallback: roles.join(','),
    example: 'poll,tell',
    sentence:
      'What this process does; anything but everything needs `QUEUE_URL` and a `STORE_URL` all share.',
  },
  packs: {
    name: 'PACKS',
    schema: list,
    fallback: 'tech-en,press-releases',
    example: 'tech-en,tech-ja',
    sentence: 'Feed packs to poll, joined by commas: names of files in `feeds/`, or `none`.',
  },
  pollInterval: {
    name: 'POLL_INTERVAL',
    schema: period,
    fallback: '15m',
    example: '30m',
    sentence: 'The least time between two polls of one feed.',
  },
  backlogAge: {
    name: 'BACKLOG_AGE',
    schema: duration,
    fallback: '2d',
    example: '12h',
    sentence: 'At the first poll of a feed, older stories are remembered but not posted.',
  },
  ...keepingSettings,
  ...summarySettings,
  leastConfidence: {
    name: 'LEAST_CONFIDENCE',
    schema: z.coerce.number('must be a number').min(0, 'must be at least 0').max(1, 'must be at most 1'),
    fallback: '0.5',
    example: '0.8',
    sentence: 'How sure detection must be (0 to 1) before a new subscription gets a story.',
  },
  ...limits,
  fetchTimeout: {
    name: 'FETCH_TIMEOUT',
    schema: period,
    fallback: '20s',
    example: '10s',
    sentence: 'After this time a feed that has not answered in full counts as failed.',
  },
  fetchConcurrency: {
    name: 'FETCH_CONCURRENCY',
    schema: count(1_000),
    fallback: '32',
    example: '64',
    sentence: 'How many feeds are fetched at once, over all hosts.',
  },
  hostGap: {
    name: 'FETCH_HOST_GAP',
    schema: duration,
    fallback: '250ms',
    example: '1s',
    sentence: 'The least time between two requests to one host, other than your own.',
  },
  allowPrivate: {
    name: 'FEEDS_ALLOW_PRIVATE',
    schema: list,
    fallback: '',
    example: '192.168.1.0/24',
    sentence: 'Private address ranges (CIDR, joined by commas) that feeds may live in; none by default.',
  },
  userAgent: {
    name: 'USER_AGENT',
    schema: z.string().regex(/^[\x20-\x7e]{3,200}$/u, 'must be 3 to 200 ASCII characters'),
    fallback: 'Pactwire/0.1 (self-hosted partnership news bot)',
    example: 'Pactwire/0.1 (+https://example.org/contact)',
    sentence: 'How the bot names itself to publishers; a contact address is good manners.',
  },
  ...webSettings,
  logLevel: {
    name: 'LOG_LEVEL',
    schema: z.enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    ),
    fallback: 'info',
    example: 'debug',
    sentence: 'The least severe log lines that are written (to stderr).',
  },
  logFormat: {
    name: 'LOG_FORMAT',
    schema: z.enum(['auto', 'json', 'pretty'], 'must be auto, json or pretty'),
    fallback: 'auto',
    example: 'json',
    sentence: 'How log lines look: `json` for programs, `pretty` for people; `auto` is pretty in a terminal.',
  },
} as const satisfies Record<string, Setting>;

type Settings = typeof settings;
type Value<One extends Setting> = z.output<One['schema']>;

/** The settings, parsed; those without a fallback may be absent. */
export type Config = {
  readonly [Key in keyof Settings as Settings[Key] extends { fallback: string } ? Key : never]: Value<
    Settings[Key]
  >;
} & {
  readonly [Key in keyof Settings as Settings[Key] extends { fallback: string } ? never : Key]?: Value<
    Settings[Key]
  >;
};
