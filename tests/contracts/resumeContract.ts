import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobOutcome, Queue } from '../../src/queue/queue.ts';
import { type Clock, fakeClock, type RestartableQueue } from './restartableQueue.ts';

const done: JobOutcome = { is: 'done' };

/** What the pipeline relies on after a kill, whatever carries the jobs. `open` gives an empty queue each time. */
export const resumeContract = (
  name: string,
  open: () => Promise<RestartableQueue>,
  clock: Clock = fakeClock,
): void => {
  const { second } = clock;
  describe(`${name} resumes after a kill`, () => {
    let queue: Queue;
    let restart: () => Promise<Queue>;

    beforeEach(async () => {
      clock.begin();
      ({ queue, restart } = await open());
    });
    afterEach(async () => {
      await queue.close();
      clock.end();
    });

    it('runs what is unfinished again, the rest in order, and what is done no more', async () => {
      const hang = gate();
      const hangs = gate();
      await queue.add(['done', 'running', 'waiting 1', 'waiting 2'].map((id) => ({ kind: 'tell', id })));
      queue.work('tell', { concurrency: 1, everywhere: 1 }, async (id) => {
        if (id !== 'running') return done;
        hangs.resolve();
        await hang.promise;
        return done;
      });
      await hangs.promise;
      queue = await restart();
      await queue.add(['waiting 1', 'new'].map((id) => ({ kind: 'tell', id })));
      const ran: string[] = [];
      queue.work('tell', { concurrency: 1, everywhere: 1 }, async (id) => {
        ran.push(id);
        return done;
      });
      await clock.until(queue.idle());
      // When the running one comes again depends on how its death is noticed.
      expect(ran.filter((id) => id !== 'running')).toEqual(['waiting 1', 'waiting 2', 'new']);
      expect(ran).toHaveLength(4);
    });

    it('remembers after a kill when a job is due', async () => {
      const start = Date.now();
      const told = gate();
      await queue.add([{ kind: 'deliver', id: 'a' }]);
      queue.work('deliver', { concurrency: 1 }, async () => {
        told.resolve();
        return { is: 'again', inMs: 30 * second };
      });
      await told.promise;
      await clock.pass(10 * second);
      queue = await restart();
      const ran: number[] = [];
      queue.work('deliver', { concurrency: 1 }, async () => {
        ran.push(Date.now() - start);
        return done;
      });
      await clock.until(queue.idle());
      // On a busy machine a lock of one second runs out, and the job comes again: at least once is what is promised.
      expect(ran[0]).toBeGreaterThanOrEqual(30 * second);
    });

    it('closes after what is running, takes up nothing more, and keeps the rest', async () => {
      const started = gate();
      const finish = gate();
      const ran: string[] = [];
      let isClosed = false;
      await queue.add(['a', 'b'].map((id) => ({ kind: 'tell', id })));
      queue.work('tell', { concurrency: 1 }, async (id) => {
        started.resolve();
        await finish.promise;
        ran.push(id);
        return done;
      });
      await started.promise;
      const closing = queue.close().then(() => {
        isClosed = true;
      });
      await clock.pass(3 * second);
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
      await clock.until(queue.idle());
      expect(ran).toEqual(['a', 'b']);
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
      await clock.until(queue.idle());
      expect(ran).toEqual(odd);
    });
  });
};

const gate = (): PromiseWithResolvers<void> => Promise.withResolvers<void>();
