import type { Rhythm } from '../../model.ts';

export interface PollSettings {
  /** The least time between two polls of a feed, and the usual one for a feed that gives no hint. */
  readonly intervalMs: number;
  /** The longest that a publisher's word stretches it; 6 hours unless told. */
  readonly longestMs?: number;
}

const hourMs = 3_600_000;
/** What a feed's habits alone can stretch the interval to: a quiet company's news is still noticed within the hour. */
const restMs = hourMs;
/** Failing feeds are asked ever more rarely, but never less than twice a day. */
const rarestRetryMs = 12 * hourMs;

/**
 * How long to leave a feed alone after an answer. The publisher's words (Cache-Control, Expires, ttl,
 * updatePeriod) count most: the longest of them, up to `longestMs`. Habits stretch it a little: a feed
 * with an item every four hours is asked once in half an hour, one silent for a day once an hour.
 */
export function intervalMs(
  rhythm: Rhythm | undefined,
  freshForMs: number | undefined,
  now: number,
  settings: PollSettings,
): number {
  const { everyMs = 0, gapMs = 0, newestAt = now } = rhythm ?? {};
  const said = Math.min(Math.max(everyMs, freshForMs ?? 0), settings.longestMs ?? 6 * hourMs);
  const habit = Math.min(Math.max(gapMs / 8, (now - newestAt) / 24), restMs);
  return Math.max(settings.intervalMs, said, habit);
}

/** How long to leave a feed alone after so many failures in a row (1 or more). */
export const backoffMs = (failures: number, { intervalMs: least }: PollSettings): number =>
  Math.max(least, Math.min(least * 2 ** (failures - 1), rarestRetryMs));

/** The first moment from `at` on that lies in no hour or day which the feed asks to skip. */
export function afterSkipped(at: number, rhythm: Rhythm | undefined): number {
  const { skipHours = [], skipDays = [] } = rhythm ?? {};
  let moment = at;
  for (let hours = 0; hours < 8 * 24; hours += 1) {
    const date = new Date(moment);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) return moment;
    // Whole hours on, minutes kept: otherwise all feeds would come back at the stroke of the hour.
    moment += hourMs;
  }
  return at;
}
