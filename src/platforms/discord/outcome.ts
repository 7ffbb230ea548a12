import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../platform.ts';

type Failure = Exclude<SendOutcome, { readonly is: 'sent' }>;

const developers = 'https://discord.com/developers/docs/topics/opcodes-and-status-codes#json';
const permissions =
  'the bot needs View Channel, Send Messages and Embed Links there (in threads: Send Messages in Threads)';

export const tokenRefused =
  'Discord refuses the token: copy it again from https://discord.com/developers/applications → your application → Bot → Reset Token, into DISCORD_TOKEN.';

const gone = (reason: string): Failure => ({ is: 'gone', reason });
const shut = (reason: string): Failure => ({ is: 'refused', what: 'chat', reason });
const refused = (reason: string): Failure => ({ is: 'refused', what: 'message', reason });
const wait = (ms: number, scope: 'chat' | 'platform', reason: string): Failure => ({
  is: 'wait',
  ms,
  scope,
  reason,
});

/** Discord's own error codes, where we know better what to do than its sentence says. */
const byCode: Readonly<Record<number, Failure>> = {
  10_003: gone('The channel no longer exists.'),
  10_004: gone('The server no longer exists, or the bot was removed from it.'),
  10_008: refused('The earlier message was deleted, so it cannot be edited.'),
  10_013: gone('The person no longer exists.'),
  20_022: wait(600_000, 'chat', 'Discord limits how often a published announcement is edited'),
  20_028: wait(10_000, 'chat', 'the channel has reached its limit of writes'),
  20_029: wait(10_000, 'chat', 'the server has reached its limit of writes'),
  30_046: wait(600_000, 'chat', 'Discord limits how often an old message is edited'),
  40_033: refused('The announcement is published already.'),
  40_067: shut(
    'The forum wants a tag on every post: choose some that it has with /subscriptions → Change → Forum tags.',
  ),
  50_001: shut(
    `The bot cannot see the channel: invite it again or change the channel's permissions; ${permissions}.`,
  ),
  50_007: gone(
    'The person does not accept messages from the bot: they must allow direct messages or unblock it.',
  ),
  50_008: shut(
    'Nothing can be posted in this kind of channel: choose a text, announcement or forum channel, by /subscribe with the option "to".',
  ),
  50_013: shut(`Permissions are missing: ${permissions}.`),
  50_024: shut('Nothing can be posted in this kind of channel: choose a text channel or a thread.'),
  50_083: shut('The thread is archived and locked: unlock it, or subscribe in another channel.'),
  50_278: gone('The bot and the person share no server any more: they must invite it again.'),
  130_000: wait(30_000, 'platform', 'Discord says that it is overloaded'),
  160_005: shut('The thread is locked: unlock it, or subscribe in another channel.'),
};

/** Whether the request was received stays open; sending again with the same nonce is safe for a while. */
const outage = (reason: string): Failure => ({
  is: 'wait',
  ms: 10_000,
  scope: 'platform',
  reason,
  doubtful: true,
});
const slowModeMs = 30_000;

/** What an exception of discord.js means for a post; undefined for those that only a bug explains. */
export function failure(error: unknown): Failure | undefined {
  if (error instanceof RateLimitError) {
    const scope = error.global ? 'platform' : 'chat';
    return wait(Math.ceil(error.retryAfter), scope, `Discord's rate limit (${error.scope}) is reached`);
  }
  if (error instanceof DiscordAPIError) return apiFailure(error);
  if (error instanceof HTTPError) return outage(`Discord answers ${error.status}`);
  const trouble = networkTrouble(error);
  return trouble === undefined ? undefined : outage(trouble);
}

function apiFailure({ status, code, message, rawError }: DiscordAPIError): Failure {
  if (status === 401) return { is: 'halted', reason: tokenRefused };
  if (code === 20_016) {
    const seconds = 'retry_after' in rawError ? Number(rawError.retry_after) : Number.NaN;
    return wait(seconds > 0 ? Math.ceil(seconds * 1_000) : slowModeMs, 'chat', 'the channel is in slow mode');
  }
  const known = byCode[Number(code)];
  if (known) return known;
  const said = `${message.replaceAll(/\s+/gu, ' ')} (HTTP ${status}, code ${code ?? 'none'})`;
  const refuse = status === 403 ? shut : refused;
  return refuse(`Discord refuses the message: ${said}. The code is explained at ${developers}.`);
}

/** A reason when the network or a proxy failed us: undici and the system give codes, a broken body is no JSON. */
export function networkTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'Discord did not answer in time';
  if (error instanceof SyntaxError) return 'something between us and Discord answered in its place';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^(?:E[A-Z]|UND_ERR|ERR_(?:TLS|SSL)|CERT|UNABLE|SELF)/u.test(code)
    ? `Discord cannot be reached (${code})`
    : undefined;
}
