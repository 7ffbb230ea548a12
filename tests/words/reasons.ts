import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { discover } from '../../src/discover.ts';
import { readOpml } from '../../src/opml.ts';
import { blockedCode } from '../../src/pipeline/fetch/agents.ts';
import { deadlineCode, failure as feedFailure } from '../../src/pipeline/fetch/failure.ts';
import type { Fetched } from '../../src/pipeline/fetch/fetched.ts';
import { outcome as feedOutcome, pauseReason, tooLarge } from '../../src/pipeline/fetch/outcome.ts';
import { redirect, type Redirect } from '../../src/pipeline/fetch/redirect.ts';
import { parse } from '../../src/pipeline/parse/parse.ts';
import { failure as discordFailure } from '../../src/platforms/discord/outcome.ts';
import type { Failure } from '../../src/platforms/telegram/api.ts';
import { outcome as telegramOutcome } from '../../src/platforms/telegram/outcome.ts';
import type { Sentence } from '../../src/words/sentence.ts';
import { wording } from '../fakes/telegram/faults.ts';
import { noon } from '../commands/chat.ts';

/** A name for a person who reads the test, and the sentence that our code makes of what happened. */
export type Row = readonly [what: string, reason: Sentence];

const reasonOf = (outcome: object | undefined): Sentence => {
  if (outcome && 'reason' in outcome) return outcome.reason as Sentence;
  throw new Error(`no reason in ${JSON.stringify(outcome)}`);
};

const discordError = (code: number, status = 400, message = 'Some words of Discord'): Row => [
  `Discord answers ${code}`,
  reasonOf(
    discordFailure(new DiscordAPIError({ code, message }, code, status, 'POST', '', { files: [], body: {} })),
  ),
];
const limited = {
  timeToReset: 1,
  limit: 1,
  method: 'POST',
  hash: '',
  url: '',
  route: '',
  majorParameter: '',
  global: false,
  retryAfter: 1,
  sublimitTimeout: 0,
  scope: 'shared',
} as const;

const discord: readonly Row[] = [
  ...[10_003, 10_004, 10_008, 10_013, 20_016, 20_022, 20_028, 20_029, 30_046, 40_033, 40_067].map((code) =>
    discordError(code),
  ),
  ...[50_001, 50_007, 50_008, 50_013, 50_024, 50_083, 50_278, 130_000, 160_005].map((code) =>
    discordError(code),
  ),
  ...(
    [
      [50_035, 400],
      [0, 401],
      [0, 403],
    ] as const
  ).map(([code, status]) => discordError(code, status)),
  ['Discord limits us', reasonOf(discordFailure(new RateLimitError(limited)))],
  [
    'a gateway before Discord',
    reasonOf(discordFailure(new HTTPError(502, 'Bad', 'POST', '', { body: {}, files: [] }))),
  ],
  ['Discord is slow', reasonOf(discordFailure(Object.assign(new Error('x'), { name: 'AbortError' })))],
  ['a page in place of Discord', reasonOf(discordFailure(new SyntaxError('x')))],
  ['no Discord', reasonOf(discordFailure(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })))],
  [
    'permissions that lack',
    {
      say: 'discord.lacking',
      channel: 'news',
      permissions: [
        { say: 'discord.viewChannels' },
        { say: 'discord.sendMessages' },
        { say: 'discord.embedLinks' },
        { say: 'discord.attachFiles' },
        { say: 'discord.sendInThreads' },
      ],
    },
  ],
];

const onTelegram = (failure: Failure): Sentence =>
  reasonOf(telegramOutcome(failure, { platform: 'telegram', chat: '1' }));
const refusal = (code: number, description: string): Row => [
  description,
  onTelegram({ is: 'refusal', code, description }),
];
const silence = (reason: Sentence): Row => [reason.say, onTelegram({ is: 'silence', reason, reached: true })];

const telegram: readonly Row[] = [
  ...(
    ['kickedFromGroup', 'notAMember', 'blocked', 'deactivated', 'groupDeleted', 'neverStarted'] as const
  ).map((name) => refusal(wording[name].code, wording[name].description)),
  ...(['chatNotFound', 'threadNotFound', 'topicClosed', 'noRights', 'unauthorized'] as const).map((name) =>
    refusal(wording[name].code, wording[name].description),
  ),
  refusal(403, "Forbidden: bot can't send messages to bots"),
  refusal(403, 'Forbidden: so be it'),
  refusal(400, "Bad Request: message can't be edited"),
  refusal(400, 'Bad Request: SOMETHING_NEW'),
  refusal(429, 'Too Many Requests: retry after 17'),
  silence({ say: 'telegram.noAnswer', seconds: 0.3 }),
  silence({ say: 'telegram.unreachable', code: 'ECONNRESET' }),
];

const url = new URL('https://wire.example/feed');
const host = url.hostname;
const context = { url, moved: false, sent: {}, maxBytes: 1_000, now: noon };
const reply = (status: number, headers: Record<string, string> = {}, body = '') =>
  ({ is: 'reply', status, headers, body: Buffer.from(body) }) as const;
const asked = (status: number, headers?: Record<string, string>): Row => [
  `a feed answers ${status} ${Object.keys(headers ?? {}).join()}`.trim(),
  reasonOf(feedOutcome(reply(status, headers), context)),
];
const broken = (code: string, more: object = {}): Row => [
  `${code} ${Object.values(more).join()}`.trim(),
  reasonOf(feedFailure(Object.assign(new Error(code), { code, ...more }), host, 15_000)),
];
const redirected = (from: Redirect | object | undefined): Sentence => reasonOf(from);

const feeds: readonly Row[] = [
  ...[403, 404, 410, 418, 429, 500].map((status) => asked(status)),
  asked(429, { 'retry-after': '3600' }),
  [
    'a feed in a strange coding',
    reasonOf(feedOutcome(reply(200, { 'content-encoding': 'lzma' }, 'x'), context)),
  ],
  ...['ENOTFOUND', deadlineCode, 'ECONNREFUSED', 'CERT_HAS_EXPIRED', 'HPE_INVALID'].map((code) =>
    broken(code),
  ),
  broken(blockedCode, { address: '10.0.0.1' }),
  broken(blockedCode, { address: host }),
  ['a pause that goes on', pauseReason(host, noon)],
  ['a feed without end', tooLarge(host, 10_485_760).reason],
  ['a redirect to nowhere', redirected(redirect(reply(301, { location: 'ftp://x/' }), url))],
  ['redirects without end', { say: 'feed.redirects', host, most: 5 }],
  ['an address of another kind', { say: 'feed.badUrl' }],
  ['an empty feed', { say: 'feed.empty' }],
];

const found = async (address: string, fetched: Fetched): Promise<Row> => [
  `${address} ${fetched.is}`,
  reasonOf(await discover(address, { fetch: async () => fetched })),
];
const page = Buffer.from('<html><p>Welcome</p></html>');
const searches: readonly Row[] = await Promise.all([
  found('mailto:somebody', { is: 'unchanged', url: '', validators: {} }),
  found('https://wire.example/', { is: 'unchanged', url: '', validators: {} }),
  found('https://wire.example/', { is: 'changed', url: 'https://wire.example/', body: page, validators: {} }),
]);

const hex = (digits: string): Uint8Array => Buffer.from(digits, 'hex');
const texts = {
  nothing: '',
  page: '<html>',
  list: '<opml>',
  prose: 'x',
  'cut JSON': '{"a',
  'other JSON': '{}',
} as const;
const magic = ['1f8b', '504b0304', '28b52ffd', '89504e47', 'ffd8ff', '47494638', '25504446'];
const bodies: readonly (readonly [string, Uint8Array])[] = [
  ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
  ...magic.map((digits) => [`bytes ${digits}`, hex(digits)] as const),
  ['eleven mebibytes', new Uint8Array(11 * 1_048_576)],
];
const documents: readonly Row[] = await Promise.all(
  bodies.map(async ([name, body]): Promise<Row> => [name, reasonOf(await parse(body, {}))]),
);

/** What can go wrong outside of our walls, and how our code puts it. */
export const reasons: readonly Row[] = [
  ...discord,
  ...telegram,
  ...feeds,
  ...searches,
  ...documents,
  ['no OPML', reasonOf(readOpml('x'))],
  ['an administrator paused', { say: 'subscriptions.byHand' }],
];
