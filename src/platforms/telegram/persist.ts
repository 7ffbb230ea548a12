import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { inEnglish } from '../../words/sentence.ts';
import type { Failure, Reply } from './api.ts';
import { isTokenRefused, tokenRefused } from './outcome.ts';
import type { Timing } from './timing.ts';

export interface Persistence {
  readonly timing: Timing;
  readonly log: Log;
  /** Aborted when listening is to end. */
  readonly signal: AbortSignal;
}

export type Persisted<T> =
  | { readonly is: 'done'; readonly result: T }
  | { readonly is: 'closed' }
  /** Trying on is pointless; `reason` is a sentence with the mend. */
  | { readonly is: 'ended'; readonly reason: string };

/** Repeats a call until it succeeds, with growing pauses, unless its failure is one that stays. */
export async function persist<T>(
  call: () => Promise<Reply<T>>,
  { timing, log, signal }: Persistence,
): Promise<Persisted<T>> {
  let conflictSince: number | undefined;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const reply = await call();
    if (signal.aborted) break;
    if (reply.ok) {
      if (failures > 0) log.info({ failures }, 'Telegram answers again');
      return { is: 'done', result: reply.result };
    }
    const { failure } = reply;
    if (isTokenRefused(failure)) return { is: 'ended', reason: inEnglish(tokenRefused) };
    conflictSince = isConflict(failure) ? (conflictSince ?? Date.now()) : undefined;
    if (conflictSince !== undefined && Date.now() - conflictSince >= timing.conflict) {
      return { is: 'ended', reason: conflictLasts };
    }
    const inMs = pauseAfter(failure, failures, timing);
    const reason =
      failure.is === 'silence' ? inEnglish(failure.reason) : `${failure.code} ${failure.description}`;
    log[failures === 0 ? 'warn' : 'debug']({ reason, failures, inMs }, 'Telegram cannot be heard for now');
    // Rejects when the signal is aborted, and then the loop ends anyway.
    await sleep(inMs, undefined, { signal }).catch(() => {});
  }
  return { is: 'closed' };
}

const conflictLasts =
  "Another program reads this bot's Telegram messages with the same token. Stop it, or ask @BotFather for a bot of its own with /newbot and put that token into TELEGRAM_TOKEN.";

const isConflict = (failure: Failure): boolean => failure.is === 'refusal' && failure.code === 409;

const pauseAfter = (failure: Failure, failures: number, { firstBackoff, longestBackoff }: Timing): number =>
  (failure.is === 'refusal' ? failure.retryAfterMs : undefined) ??
  Math.min(longestBackoff, firstBackoff * 2 ** failures);
