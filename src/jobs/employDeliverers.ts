import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { PlatformName } from '../model.ts';
import type { Platform } from '../platforms/platform.ts';
import type { JobOutcome } from '../queue/queue.ts';
import type { Turns } from '../turns.ts';
import { deliverer } from './deliver/deliverer.ts';
import { workDeliveries } from './deliver/jobs.ts';
import { hooker } from './hook.ts';
import type { House } from './house.ts';
import { notice } from './notice.ts';
import { revise } from './revise.ts';

/** Calls of the webhook at once. */
const hooks = 4;
const alone = { concurrency: 1, everywhere: 1 } as const;

/**
 * Gives the jobs of delivering their workers. Of many processes one at a time posts to a platform: its limits are the
 * bot's, not a process's, and who sees all that waits for a chat can keep its order and join a burst into one message.
 * Rejects when a turn could not even be ended in order.
 */
export async function employDeliverers(
  house: House,
  turns: Turns,
  roundOver: () => Promise<void>,
): Promise<void> {
  const { queue, platforms } = house;
  const afterRound =
    (work: (id: string) => Promise<JobOutcome>) =>
    async (id: string): Promise<JobOutcome> => {
      await roundOver();
      return work(id);
    };
  queue.work('hook', { concurrency: hooks }, afterRound(hooker(house)));
  queue.work(
    'revise',
    alone,
    afterRound((id) => revise(house, id)),
  );
  queue.work(
    'notice',
    alone,
    afterRound((id) => notice(house, id)),
  );
  const post = async (name: PlatformName, platform: Platform, held: AbortSignal): Promise<void> => {
    // What the process before us sent last still counts against the platform's limit.
    if (turns.among === 'many')
      await pause(platform.pace.overall.inMs, undefined, { signal: held }).catch(() => {});
    if (held.aborted) return;
    const office = { ...house, platforms: new Map([[name, platform]]) };
    const delivering = deliverer(office);
    workDeliveries(queue, office, delivering, { until: held, when: afterRound });
    await once(held, 'abort');
    await delivering.close();
  };
  await Promise.all(
    [...platforms].map(([name, platform]) =>
      turns.take(`deliver/${name}`, (held) => post(name, platform, held)),
    ),
  );
}
