import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Queue } from '../../src/queue/queue.ts';
import { fakeClock, type RestartableQueue } from './restartableQueue.ts';

const minute = 60_000;

/** What the pipeline relies on of schedules, whatever runs them. */
export const scheduleContract = (name: string, open: () => Promise<RestartableQueue>): void => {
  describe(`${name} keeps a schedule's promises`, () => {
    let queue: Queue;
    let errors: readonly unknown[];

    beforeEach(async () => {
      fakeClock.begin();
      ({ queue, errors } = await open());
    });
    afterEach(async () => {
      await queue.close();
      fakeClock.end();
    });

    it('runs on a cron schedule, in UTC unless told otherwise', async () => {
      const at: string[] = [];
      const note = async (): Promise<void> => void at.push(new Date().toISOString().slice(11, 16));
      queue.every('poll', '0 8 * * *', note);
      queue.every('digest', '0 8 * * *', note, 'Asia/Tokyo');
      await vi.advanceTimersByTimeAsync(24 * 60 * minute);
      expect(at).toEqual(['08:00', '23:00']);
    });

    it('never runs a schedule beside itself, and reports what it throws', async () => {
      let running = 0;
      let most = 0;
      let runs = 0;
      queue.every('poll', '* * * * *', async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resume) => setTimeout(resume, 2.5 * minute));
        running -= 1;
        throw new Error('no network');
      });
      await vi.advanceTimersByTimeAsync(9.75 * minute);
      expect(most).toBe(1);
      expect(runs).toBe(3);
      expect(errors).toHaveLength(3);
    });

    it.each([
      ['cron expression', '61 * * * *', 'Etc/UTC', /minute/],
      ['cron expression', 'often', 'Etc/UTC', /fields/],
      ['time zone', '* * * * *', 'Middle/Earth', /time zone/],
    ])('refuses a wrong %s at once', (_, cron, timezone, complaint) => {
      expect(() => queue.every('poll', cron, async () => {}, timezone)).toThrow(complaint);
    });
  });
};
