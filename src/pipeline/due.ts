import type { FeedState } from '../model.ts';
import { afterSkipped, backoffMs, intervalMs, type PollSettings } from './due/interval.ts';
import { type Answered, isAnswered, type Missed, type Polled } from './due/polled.ts';
import { rhythm } from './due/rhythm.ts';

export type { Hints } from './due/rhythm.ts';
export type { PollSettings } from './due/interval.ts';
export { isAnswered } from './due/polled.ts';
export type { Answered, Missed, Polled } from './due/polled.ts';

/** After so long a run of failures somebody should be told. */
export const troubleAfterMs = 24 * 3_600_000;
/** A new address that fails so often is doubted, and the feed's own is asked again. */
const doubtAfter = 3;
const farthestMs = 30 * 24 * 3_600_000;
/** Up to this share is added to every wait, so that feeds spread instead of marching in step. */
const jitter = 0.1;

/** A feed never polled is due; one that is retired, or stands for another, never again. */
export function isDue(state: FeedState | undefined, now: number): boolean {
  if (state === undefined) return true;
  // Nothing below plans so far ahead: the clock was wrong when it was written.
  const isAbsurd = state.nextPollAt - now > farthestMs;
  if (state.pausedAt !== undefined || state.retiredAt !== undefined || state.mergedInto !== undefined)
    return false;
  return state.nextPollAt <= now || isAbsurd;
}

/** A page instead of a feed is searched for its feed at first, and once more when it seems to stay one. */
export const isWorthSearching = (state: FeedState | undefined): boolean =>
  state === undefined || state.failures === doubtAfter;

/** Which URL to ask. */
export const pollUrl = (feed: { readonly url: string }, state: FeedState | undefined): string =>
  state?.movedTo ?? feed.url;

/**
 * What is known of a feed after a poll, the time of the next one above all.
 * `random` gives numbers from 0 up to 1.
 */
export function afterPoll(
  state: FeedState | undefined,
  polled: Polled,
  now: number,
  random: () => number,
  settings: PollSettings,
): FeedState {
  const before: FeedState = state ?? { validators: {}, nextPollAt: now, failures: 0 };
  const spread = (ms: number) => Math.round(ms * (1 + jitter * random()));
  return isAnswered(polled)
    ? afterAnswer(before, polled, { now, spread, settings })
    : afterMiss(before, polled, { now, spread, settings });
}

interface Moment {
  readonly now: number;
  /** Adds the jitter to a wait. */
  readonly spread: (ms: number) => number;
  readonly settings: PollSettings;
}

function afterAnswer(before: FeedState, polled: Answered, { now, spread, settings }: Moment): FeedState {
  const known = polled.hints ? rhythm(polled.hints, now) : before.rhythm;
  const bodyHash = polled.bodyHash ?? before.bodyHash;
  const movedTo = polled.movedTo ?? before.movedTo;
  const at = now + spread(intervalMs(known, polled.freshForMs, now, settings));
  return {
    validators: polled.validators,
    nextPollAt: afterSkipped(at, known),
    failures: 0,
    lastOkAt: now,
    ...(bodyHash === undefined ? {} : { bodyHash }),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(known === undefined ? {} : { rhythm: known }),
  };
}

function afterMiss(before: FeedState, polled: Missed, { now, spread, settings }: Moment): FeedState {
  const failingSince = before.failingSince ?? now;
  const missed: FeedState = {
    ...before,
    lastError: polled.reason,
    failingSince,
    ...(now - failingSince >= troubleAfterMs ? { troubled: true } : {}),
  };
  if (polled.is === 'retired') return { ...missed, retiredAt: now };
  if (polled.is === 'throttled') {
    // The jitter comes on top of the pause: the feeds of a host must not all return in its first second.
    const least = spread(settings.intervalMs);
    return { ...missed, nextPollAt: Math.max(now + least, polled.retryAt + least - settings.intervalMs) };
  }
  const failures = before.failures + 1;
  const nextPollAt = now + spread(backoffMs(failures, settings));
  return { ...(failures === doubtAfter ? atOwnUrl(missed) : missed), failures, nextPollAt };
}

// The validators and the bytes belong to the other address.
function atOwnUrl({ movedTo, bodyHash, ...state }: FeedState): FeedState {
  if (movedTo !== undefined) return { ...state, validators: {} };
  return bodyHash === undefined ? state : { ...state, bodyHash };
}

/** What a poll makes worth telling the operator: said once when trouble has lasted, once when it is over. */
export function notice(
  before: FeedState | undefined,
  after: FeedState,
): 'failing' | 'retired' | 'healed' | undefined {
  if (after.retiredAt !== undefined) return before?.retiredAt === undefined ? 'retired' : undefined;
  if (after.troubled) return before?.troubled ? undefined : 'failing';
  return before?.troubled || before?.retiredAt !== undefined ? 'healed' : undefined;
}
