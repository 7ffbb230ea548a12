import { bullQueue } from '../../src/queue/bullmq.ts';
import type { Engine } from '../../src/queue/engine.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { type RestartableQueue, realClock } from '../contracts/restartableQueue.ts';
import { cable } from '../servers/cable.ts';

const { second } = realClock;

/** A queue on a server; its process is killed by cutting it off for good, so that it cannot say goodbye. */
export const restartableOn = async (
  port: number,
  engine: (port: number) => Engine,
): Promise<RestartableQueue & { readonly closed: () => Promise<void> }> => {
  const errors: unknown[] = [];
  const ends: (() => Promise<void>)[] = [];
  let kill = (): void => {};
  let current: Queue | undefined;
  const open = async (): Promise<Queue> => {
    const line = await cable(port);
    kill = line.cut;
    const queue = bullQueue(engine(line.port), {
      onError: (failure) => failure.of !== 'connection' && errors.push(failure),
      lockMs: 16 * second,
      retryAfter: (failures) => second * 2 ** (failures - 1),
    });
    ends.push(line.close);
    return (current = queue);
  };
  return {
    queue: await open(),
    async restart() {
      kill();
      // Else what is left of it here tries for ever to reach its server, under the clocks of other tests too.
      void current?.close().catch(() => {});
      return open();
    },
    errors,
    async closed() {
      await Promise.all(ends.map(async (end) => end()));
    },
  };
};
