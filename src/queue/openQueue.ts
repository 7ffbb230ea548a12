import { optional } from '../optional.ts';
import type { Shelf } from '../store/store.ts';
import type { QueueFailure } from './failure.ts';
import { type JournalEntry, journal } from './journal.ts';
import { localQueue } from './local.ts';
import type { Queue } from './queue.ts';

export interface QueueOptions {
  readonly onError: (failure: QueueFailure) => void;
  readonly onFatal: (error: unknown) => void;
}

/**
 * Opens the queue that a URL names: `redis://…` or `postgres://…` for many processes, none for one process, whose
 * queue is journalled on a shelf.
 */
export const openQueue = async (
  url: string | undefined,
  shelf: Shelf<JournalEntry>,
  options: QueueOptions,
): Promise<Queue> => {
  if (url === undefined) return localQueue(shelf, options);
  const onRedis = url.startsWith('redis');
  return optional('A queue for many processes', onRedis ? 'bullmq ioredis' : 'bullmq pg', async () => {
    const { bullQueue } = await import('./bullmq.ts');
    const engine = onRedis
      ? (await import('./redisEngine.ts')).redisEngine(url)
      : (await import('./postgresEngine.ts')).postgresEngine(url);
    const queue = bullQueue(engine, options);
    await adopt(queue, shelf);
    return queue;
  });
};

/** Jobs that were journalled before the bot grew are not lost; that several processes may do this at once does no harm. */
const adopt = async (queue: Queue, shelf: Shelf<JournalEntry>): Promise<void> => {
  const book = journal(shelf);
  const jobs = await book.load();
  await queue.add(jobs);
  for (const job of jobs) await book.erase(job);
};
