import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobOutcome, Queue } from '../../src/queue/queue.ts';

const done: JobOutcome = { is: 'done' };
const minute = 60_000;

/** A queue whose process can be ended and started anew on the same journal. */
export interface RestartableQueue {
  readonly queue: Queue;
  /** Ends the process as a kill would, and opens the queue again. */
  restart(): Promise<Queue>;
  /** What `onError` was told, oldest first. */
  readonly errors: readonly unknown[];
}

/** What the pipeline relies on, whatever carries the jobs. `open` gives an empty queue each time. */
export const queueContract = (name: string, open: () => Promise<RestartableQueue>): void => {
  describe(`${name} keeps the queue's promises`, () => {
    let queue: Queue;
    let errors: readonly unknown[];
    let restart: () => Promise<Queue>;

    beforeEach(async () => {
      vi.useFakeTimers({ now: Date.UTC(2026, 4, 1) });
      ({ queue, errors, restart } = await open());
    });
    afterEach(async () => {
      await queue.close();
      vi.useRealTimers();
    });

    it('hands out jobs in the order they came', async () => {
      const ran: string[] = [];
      await queue.add(['c', 'a', 'b'].map((id) => ({ kind: 'tell', id })));
      await queue.add([{ kind: 'tell', id: '0' }]);
      queue.work('tell', { concurrency: 1 }, async (id) => {
        ran.push(id);
        return done;
      });
      await queue.idle();
      expect(ran).toEqual(['c', 'a', 'b', '0']);
    });

    it('takes the same kind and id for the same job while it waits or runs, and for a new one later', async () => {
      const ran: string[] = [];
      const job = { kind: 'poll', id: 'one' };
      await Promise.all([queue.add([job, job]), queue.add([job]), queue.add([{ kind: 'edit', id: 'one' }])]);
      const finish = gate();
      queue.work('edit', { concurrency: 1 }, async () => done);
      queue.work('poll', { concurrency: 2 }, async (id) => {
        ran.push(id);
        await finish.promise;
        return done;
      });
      await vi.advanceTimersByTimeAsync(1);
      await queue.add([job]);
      finish.resolve();
      await queue.idle();
      expect(ran).toEqual(['one']);
      await queue.add([job]);
      await queue.idle();
      expect(ran).toEqual(['one', 'one']);
    });

    it.each([1, 3])('runs %i at once and no more', async (concurrency) => {
      let running = 0;
      const seen: number[] = [];
      await queue.add(ids(20).map((id) => ({ kind: 'poll', id })));
      queue.work('poll', { concurrency }, async () => {
        running += 1;
        seen.push(running);
        await new Promise((resume) => setTimeout(resume, 5));
        running -= 1;
        return done;
      });
      await vi.advanceTimersByTimeAsync(minute);
      await queue.idle();
      expect(seen).toHaveLength(20);
      expect(Math.max(...seen)).toBe(concurrency);
    });

    it('runs a job again when it asked to, without holding up the others', async () => {
      const ran: string[] = [];
      const start = Date.now();
      await queue.add(['slow', 'quick'].map((id) => ({ kind: 'deliver', id })));
      queue.work('deliver', { concurrency: 1 }, async (id) => {
        ran.push(`${id} after ${Date.now() - start} ms`);
        return id === 'slow' && ran.length < 3 ? { is: 'again', inMs: 3000 } : done;
      });
      await vi.advanceTimersByTimeAsync(2999);
      expect(ran).toEqual(['slow after 0 ms', 'quick after 0 ms']);
      await vi.advanceTimersByTimeAsync(1);
      await queue.idle();
      expect(ran).toEqual(['slow after 0 ms', 'quick after 0 ms', 'slow after 3000 ms']);
    });

    it('is not idle while a job is due later', async () => {
      let isIdle = false;
      let runs = 0;
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => {
        runs += 1;
        return runs === 1 ? { is: 'again', inMs: minute } : done;
      });
      const waiting = Promise.all([queue.idle(), queue.idle()]).then(() => {
        isIdle = true;
      });
      await vi.advanceTimersByTimeAsync(minute - 1);
      expect(isIdle).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await waiting;
    });

    it('is idle when it is empty', async () => {
      await expect(queue.idle()).resolves.toBeUndefined();
    });

    it('waits longer than a timer of Node can', async () => {
      const month = 31 * 24 * 60 * minute;
      let runs = 0;
      await queue.add([{ kind: 'digest', id: 'a' }]);
      queue.work('digest', { concurrency: 1 }, async () => {
        runs += 1;
        return runs === 1 ? { is: 'again', inMs: month } : done;
      });
      await vi.advanceTimersByTimeAsync(month - 1);
      expect(runs).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      await queue.idle();
      expect(runs).toBe(2);
    });

    it('tries a throwing job later and later, reports each failure, and loses nothing', async () => {
      const at: number[] = [];
      const start = Date.now();
      await queue.add(['bad', 'good'].map((id) => ({ kind: 'deliver', id })));
      const good = vi.fn();
      queue.work('deliver', { concurrency: 1 }, async (id) => {
        if (id === 'good') {
          good();
          return done;
        }
        at.push(Date.now() - start);
        if (at.length < 5) throw new Error('the chat is on fire');
        return done;
      });
      await vi.advanceTimersByTimeAsync(500);
      expect(good).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(60 * minute);
      await queue.idle();
      const waits = at.slice(1).map((time, n) => time - (at[n] ?? 0));
      expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 4);
      expect(errors).toHaveLength(4);
    });

    it('refuses an outcome without a time, as it would a throw', async () => {
      let runs = 0;
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => {
        runs += 1;
        return runs === 1 ? { is: 'again', inMs: Number.NaN } : done;
      });
      await vi.advanceTimersByTimeAsync(minute);
      await queue.idle();
      expect([runs, errors.length]).toEqual([2, 1]);
    });

    it('resumes after a kill: what is unfinished runs again, in order; what is done does not', async () => {
      const hang = gate();
      await queue.add(['done', 'running', 'waiting 1', 'waiting 2'].map((id) => ({ kind: 'tell', id })));
      queue.work('tell', { concurrency: 1 }, async (id) => {
        if (id === 'running') await hang.promise;
        return done;
      });
      await vi.advanceTimersByTimeAsync(10);
      queue = await restart();
      await queue.add(['waiting 1', 'new'].map((id) => ({ kind: 'tell', id })));
      const ran: string[] = [];
      queue.work('tell', { concurrency: 1 }, async (id) => {
        ran.push(id);
        return done;
      });
      await queue.idle();
      expect(ran).toEqual(['running', 'waiting 1', 'waiting 2', 'new']);
    });

    it('remembers after a kill when a job is due', async () => {
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => ({ is: 'again', inMs: minute }));
      await vi.advanceTimersByTimeAsync(10);
      queue = await restart();
      const run = vi.fn(async () => done);
      queue.work('deliver', { concurrency: 1 }, run);
      await vi.advanceTimersByTimeAsync(minute - 11);
      expect(run).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(run).toHaveBeenCalledOnce();
    });

    it('closes after what is running, takes up nothing more, and keeps the rest', async () => {
      const finish = gate();
      const ran: string[] = [];
      let isClosed = false;
      await queue.add(['a', 'b'].map((id) => ({ kind: 'tell', id })));
      queue.work('tell', { concurrency: 1 }, async (id) => {
        await finish.promise;
        ran.push(id);
        return done;
      });
      await vi.advanceTimersByTimeAsync(1);
      const closing = queue.close().then(() => {
        isClosed = true;
      });
      await vi.advanceTimersByTimeAsync(minute);
      expect(isClosed).toBe(false);
      finish.resolve();
      await closing;
      expect(ran).toEqual(['a']);
      await expect(queue.add([{ kind: 'tell', id: 'c' }])).rejects.toThrow(/closed/);
      queue = await restart();
      queue.work('tell', { concurrency: 1 }, async (id) => {
        ran.push(id);
        return done;
      });
      await queue.idle();
      expect(ran).toEqual(['a', 'b']);
    });

    it('ends the wait for idleness when it is closed first', async () => {
      await queue.add([{ kind: 'tell', id: 'a' }]);
      const waiting = expect(queue.idle()).rejects.toThrow(/closed/);
      await queue.close();
      await waiting;
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
      ['cron expression', '61 * * * *', 'Etc/UTC'],
      ['cron expression', 'often', 'Etc/UTC'],
      ['time zone', '* * * * *', 'Middle/Earth'],
    ])('refuses a wrong %s at once', (_, cron, timezone) => {
      expect(() => queue.every('poll', cron, async () => {}, timezone)).toThrow();
    });

    it.each(['', 'a/b'])('refuses the kind %j', async (kind) => {
      await expect(queue.add([{ kind, id: '1' }])).rejects.toThrow(RangeError);
    });

    it('keeps ids as they are', async () => {
      const odd = ['https://example.com/a/b?c=d', 'a/b/c', '合作', ' ', 'x'.repeat(2000)];
      const ran: string[] = [];
      await queue.add(odd.map((id) => ({ kind: 'poll', id })));
      queue = await restart();
      queue.work('poll', { concurrency: 1 }, async (id) => {
        ran.push(id);
        return done;
      });
      await queue.idle();
      expect(ran).toEqual(odd);
    });
  });
};

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}`);

const gate = (): PromiseWithResolvers<void> => Promise.withResolvers<void>();
