import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobOutcome, Queue } from '../../src/queue/queue.ts';
import { fakeClock, type RestartableQueue } from './restartableQueue.ts';

const done: JobOutcome = { is: 'done' };
const minute = 60_000;

/** What the pipeline relies on after a kill, whatever carries the jobs. `open` gives an empty queue each time. */
export const resumeContract = (name: string, open: () => Promise<RestartableQueue>): void => {
  describe(`${name} resumes after a kill`, () => {
    let queue: Queue;
    let restart: () => Promise<Queue>;

    beforeEach(async () => {
      fakeClock();
      ({ queue, restart } = await open());
    });
    afterEach(async () => {
      await queue.close();
      vi.useRealTimers();
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

const gate = (): PromiseWithResolvers<void> => Promise.withResolvers<void>();
