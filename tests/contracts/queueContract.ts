import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobOutcome, Queue } from '../../src/queue/queue.ts';
import { type Clock, fakeClock, type RestartableQueue } from './restartableQueue.ts';

const done: JobOutcome = { is: 'done' };

/** What the pipeline relies on, whatever carries the jobs. `open` gives an empty queue each time. */
export const queueContract = (
  name: string,
  open: () => Promise<RestartableQueue>,
  clock: Clock = fakeClock,
): void => {
  const { second } = clock;
  describe(`${name} keeps the queue's promises`, () => {
    let queue: Queue;
    let errors: readonly unknown[];

    beforeEach(async () => {
      clock.begin();
      ({ queue, errors } = await open());
    });
    afterEach(async () => {
      await queue.close();
      clock.end();
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
      const started = gate();
      const finish = gate();
      queue.work('edit', { concurrency: 1 }, async () => done);
      queue.work('poll', { concurrency: 2 }, async (id) => {
        ran.push(id);
        started.resolve();
        await finish.promise;
        return done;
      });
      await started.promise;
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
      await clock.until(queue.idle());
      expect(seen).toHaveLength(20);
      expect(Math.max(...seen)).toBe(concurrency);
    });

    it('lets a worker go, and another follow', async () => {
      const ran: string[] = [];
      const leaving = new AbortController();
      const left = gate();
      await queue.add(['a', 'b'].map((id) => ({ kind: 'tell', id })));
      queue.work('tell', { concurrency: 1, until: leaving.signal }, async (id) => {
        ran.push(`first ${id}`);
        leaving.abort();
        left.resolve();
        return done;
      });
      await clock.until(left.promise);
      queue.work('tell', { concurrency: 1, until: leaving.signal }, async () => done);
      await clock.pass(2 * second);
      expect(ran).toEqual(['first a']);
      queue.work('tell', { concurrency: 1 }, async (id) => {
        ran.push(`next ${id}`);
        return done;
      });
      await clock.until(queue.idle());
      expect(ran).toEqual(['first a', 'next b']);
    });

    it('runs a job again when it asked to, without holding up the others', async () => {
      const ran: string[] = [];
      const at: number[] = [];
      await queue.add(['slow', 'quick'].map((id) => ({ kind: 'deliver', id })));
      queue.work('deliver', { concurrency: 1 }, async (id) => {
        ran.push(id);
        at.push(Date.now());
        return id === 'slow' && ran.length < 3 ? { is: 'again', inMs: 3 * second } : done;
      });
      await clock.until(queue.idle());
      expect(ran).toEqual(['slow', 'quick', 'slow']);
      const [first = 0, , last = 0] = at;
      expect(last - first).toBeGreaterThanOrEqual(3 * second);
    });

    it('is not idle while a job is due later', async () => {
      let isIdle = false;
      let runs = 0;
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => {
        runs += 1;
        return runs === 1 ? { is: 'again', inMs: 5 * second } : done;
      });
      const waiting = Promise.all([queue.idle(), queue.idle()]).then(() => {
        isIdle = true;
      });
      await clock.pass(4 * second);
      expect(isIdle).toBe(false);
      await clock.until(waiting);
      expect(runs).toBe(2);
    });

    it('is idle when it is empty', async () => {
      await expect(queue.idle()).resolves.toBeUndefined();
    });

    it('tries a throwing job later and later, reports each failure, and loses nothing', async () => {
      const at: number[] = [];
      const ran: string[] = [];
      await queue.add(['bad', 'good'].map((id) => ({ kind: 'deliver', id })));
      queue.work('deliver', { concurrency: 1 }, async (id) => {
        ran.push(id);
        if (id === 'good') return done;
        at.push(Date.now());
        if (at.length < 5) throw new Error('the chat is on fire');
        return done;
      });
      await clock.until(queue.idle());
      expect(ran).toEqual(['bad', 'good', 'bad', 'bad', 'bad', 'bad']);
      const waits = at.slice(1).map((time, n) => time - (at[n] ?? 0));
      // A busy machine may make a wait longer, never shorter.
      for (const [n, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(second * 2 ** n);
      expect(errors).toHaveLength(4);
    });

    it('refuses an outcome without a time, as it would a throw', async () => {
      let runs = 0;
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => {
        runs += 1;
        return runs === 1 ? { is: 'again', inMs: Number.NaN } : done;
      });
      await clock.until(queue.idle());
      expect([runs, errors.length]).toEqual([2, 1]);
    });

    it('is idle of some kinds while others still wait', async () => {
      await queue.add([
        { kind: 'tell', id: 'a' },
        { kind: 'deliver', id: 'a' },
      ]);
      queue.work('tell', { concurrency: 1 }, async () => done);
      await expect(queue.idle(['poll', 'tell'])).resolves.toBeUndefined();
    });

    it('tells how many jobs of each kind are not done', async () => {
      await queue.add(['a', 'b', 'c'].map((id) => ({ kind: 'deliver', id })));
      await queue.add([{ kind: 'tell', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async (id) =>
        id === 'b' ? { is: 'again', inMs: 100 * second } : done,
      );
      const depth = async (): Promise<unknown> => {
        const jobs = await queue.depth();
        return [jobs.get('deliver'), jobs.get('tell')];
      };
      expect(await depth()).toEqual([3, 1]);
      await clock.pass(5 * second);
      await expect.poll(depth, { timeout: 10 * second }).toEqual([1, 1]);
    });

    it('ends the wait for idleness when it is closed first', async () => {
      await queue.add([{ kind: 'tell', id: 'a' }]);
      const ended = queue.idle().catch(String);
      await queue.close();
      expect(await ended).toMatch(/closed/);
    });

    it.each(['', 'a/b'])('refuses the kind %j', async (kind) => {
      await expect(queue.add([{ kind, id: '1' }])).rejects.toThrow(RangeError);
    });
  });
};

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}`);

const gate = (): PromiseWithResolvers<void> => Promise.withResolvers<void>();
