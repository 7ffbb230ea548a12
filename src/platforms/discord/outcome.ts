import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Sentence } from '../../words/sentence.ts';
import type { Key } from '../../words/words.ts';
import type { SendOutcome } from '../platform.ts';

type Failure = Exclude<SendOutcome, { readonly is: 'sent' }>;

const developers = 'https://discord.com/developers/docs/topics/opcodes-and-status-codes#json';

export const tokenRefused: Sentence = { say: 'discord.token' };

const gone = (say: Key): Failure => ({ is: 'gone', reason: { say } });
const shut = (say: Key, values: Omit<Sentence, 'say'> = {}): Failure => ({
  is: 'refused',
  what: 'chat',
  reason: { ...values, say },
});
const refused = (say: Key): Failure => ({ is: 'refused', what: 'message', reason: { say } });
const wait = (ms: number, scope: 'chat' | 'platform', reason: Sentence): Failure => ({
  is: 'wait',
  ms,
  scope,
  reason,
});

/** Discord's own error codes, where we know better what to do than its sentence says. */
const byCode: Readonly<Record<number, Failure>> = {
  10_003: gone('discord.channelGone'),
  10_004: gone('discord.serverGone'),
  10_008: refused('discord.messageGone'),
  10_013: gone('discord.personGone'),
  20_022: wait(600_000, 'chat', { say: 'discord.announcementEdits' }),
  20_028: wait(10_000, 'chat', { say: 'discord.channelBusy' }),
  20_029: wait(10_000, 'chat', { say: 'discord.serverBusy' }),
  30_046: wait(600_000, 'chat', { say: 'discord.oldEdits' }),
  40_033: refused('discord.published'),
  40_067: shut('discord.forumTag', { edit: { say: 'subscriptions.edit' }, tags: { say: 'field.tags' } }),
  50_001: shut('discord.unseen'),
  50_007: gone('discord.closedToBot'),
  50_008: shut('discord.wrongPlace'),
  50_013: shut('discord.forbidden'),
  50_024: shut('discord.wrongKind'),
  50_083: shut('discord.archived'),
  50_278: gone('discord.stranger'),
  130_000: wait(30_000, 'platform', { say: 'discord.overloaded' }),
  160_005: shut('discord.locked'),
};

/** Whether the request was received stays open; sending again with the same nonce is safe for a while. */
const outage = (reason: Sentence): Failure => ({
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
    return wait(Math.ceil(error.retryAfter), scope, { say: 'discord.rateLimit', scope: error.scope });
  }
  if (error instanceof DiscordAPIError) return apiFailure(error);
  if (error instanceof HTTPError) return outage({ say: 'discord.error', status: error.status });
  const trouble = networkTrouble(error);
  return trouble === undefined ? undefined : outage(trouble);
}

function apiFailure({ status, code, message, rawError }: DiscordAPIError): Failure {
  if (status === 401) return { is: 'halted', reason: tokenRefused };
  if (code === 20_016) {
    const seconds = 'retry_after' in rawError ? Number(rawError.retry_after) : Number.NaN;
    return wait(seconds > 0 ? Math.ceil(seconds * 1_000) : slowModeMs, 'chat', { say: 'discord.slowMode' });
  }
  const known = byCode[Number(code)];
  if (known) return known;
  const said = message.replaceAll(/\s+/gu, ' ');
  return {
    is: 'refused',
    what: status === 403 ? 'chat' : 'message',
    reason: { say: 'discord.refused', said, status, code, link: developers },
  };
}

/** A reason when the network or a proxy failed us: undici and the system give codes, a broken body is no JSON. */
export function networkTrouble(error: unknown): Sentence | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { say: 'discord.noAnswer' };
  if (error instanceof SyntaxError) return { say: 'discord.intercepted' };
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^(?:E[A-Z]|UND_ERR|ERR_(?:TLS|SSL)|CERT|UNABLE|SELF)/u.test(code)
    ? { say: 'discord.unreachable', code }
    : undefined;
}
