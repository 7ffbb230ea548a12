import { createTask, type ScheduledTask } from 'node-cron';
import type { QuietHours } from '../manner.ts';
import type { Subscription } from '../model.ts';

export interface Hold {
  readonly until: number;
  readonly by: 'digest' | 'quiet hours';
}

/** Whether a post for this subscriber has to wait: for the next digest, or for the end of the quiet hours. */
export function hold(
  { when, quietHours, timeZone = 'Etc/UTC' }: Pick<Subscription, 'when' | 'quietHours' | 'timeZone'>,
  now: number,
): Hold | undefined {
  if (when?.is === 'digest') return { until: nextRun(when.cron, timeZone), by: 'digest' };
  return quietHours && quiet(quietHours, timeZone, now);
}

/** Only the quiet hours count for what a digest has held already. */
export function quiet({ from, to }: QuietHours, timeZone: string, now: number): Hold | undefined {
  const time = minutes(clock(now, timeZone));
  const [begin, end] = [minutes(from), minutes(to)];
  const since = (time - begin + day) % day;
  if (since >= (end - begin + day) % day) return undefined;
  const left = (end - time + day) % day;
  const until = Math.floor(now / minuteMs) * minuteMs + left * minuteMs;
  return { until, by: 'quiet hours' };
}

const minuteMs = 60_000;
const day = 24 * 60;

const minutes = (time: string): number => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const clock = (at: number, timeZone: string): string => {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  clocks.set(timeZone, format);
  return format.format(at);
};

const schedules = new Map<string, ScheduledTask>();
/** The schedule is only read, never started. */
const nextRun = (cron: string, timeZone: string): number => {
  const name = `${cron} ${timeZone}`;
  const task = schedules.get(name) ?? createTask(cron, () => {}, { timezone: timeZone });
  schedules.set(name, task);
  const [next] = task.getNextRuns(1);
  if (!next) throw new Error(`The schedule ${JSON.stringify(cron)} never comes.`);
  return next.getTime();
};
