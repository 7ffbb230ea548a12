import { createTask, schedule as cronSchedule } from 'node-cron';

const silent = (): void => {};

/**
 * Runs on a cron schedule until stopped; a run that is still going when the next is due takes its place.
 * @param run must not reject.
 * @throws Error when the expression or the time zone is none.
 * @returns stops the schedule and waits for a run that has begun.
 */
export const schedule = (
  name: string,
  cron: string,
  run: () => Promise<void>,
  timezone: string,
): (() => Promise<void>) => {
  let running = Promise.resolve();
  const task = cronSchedule(cron, async () => (running = run()), {
    name,
    timezone,
    noOverlap: true,
    // Late rather than never: after a pause of the machine, the last missed run is made up for.
    missedExecutionTolerance: Number.MAX_SAFE_INTEGER,
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  return async () => {
    await task.destroy();
    await running;
  };
};

/** @throws Error when the expression or the time zone is none. */
export const checkSchedule = (cron: string, timezone: string): void => {
  void createTask(cron, silent, { timezone }).destroy();
};
