import { setImmediate as turn } from 'node:timers/promises';
import type { PlatformName } from '../../model.ts';
import type { JobOutcome } from '../../queue/queue.ts';
import { done } from '../house.ts';
import { type Outbox, outbox } from '../outbox.ts';
import { admit } from './admit.ts';
import { edit } from './edit.ts';
import { moves } from './moves.ts';
import { post } from './post.ts';
import type { Office, Parts, Waiting } from './parts.ts';

/** Brings deliveries to the platforms, at their pace. */
export interface Deliverer {
  /** Posts a delivery; resolves when it is over, or has to wait for long. */
  deliver(id: string): Promise<JobOutcome>;
  /** Posts a delivery whatever its digest or its quiet hours say. */
  deliverNow(id: string): Promise<JobOutcome>;
  /** Brings the post of a delivery up to date. */
  edit(id: string): Promise<JobOutcome>;
  /** Ends what is under way; everything else stays for the next start. */
  close(): Promise<void>;
}

const offPlatformRetryMs = 10 * 60_000;
/** What was held until the same moment comes within this time. */
const gatherMs = 250;
const batch = 500;
/** A chat with more than so many in line leaves the line to others for a while. */
const longestLine = 100;
const outOfLineMs = 60_000;

interface Incoming extends Omit<Waiting, 'delivery'> {
  readonly id: string;
}

export function deliverer(house: Office): Deliverer {
  const moved = moves(house);
  const outboxes = new Map<PlatformName, Outbox<Waiting>>();
  for (const [name, platform] of house.platforms) {
    const parts: Parts = {
      house,
      platform,
      moved,
      isOver: () => closed,
      again: (jobs) => jobs.forEach(lineUp),
    };
    outboxes.set(
      name,
      outbox({
        pace: platform.pace,
        turn: ([first, ...rest]) =>
          first?.edit ? edit(parts, first) : post(parts, first ? [first, ...rest] : []),
      }),
    );
  }
  let incoming: Incoming[] = [];
  let reading: Promise<void> | undefined;
  let closed = false;

  function lineUp(job: Waiting | Incoming): void {
    incoming.push('delivery' in job ? { ...job, id: job.delivery.id } : job);
    reading ??= read().finally(() => {
      reading = undefined;
    });
  }

  /** Jobs come in crowds: they are looked up together, a batch at a time. */
  async function read(): Promise<void> {
    await turn();
    while (incoming.length > 0) {
      const jobs = incoming.slice(0, batch);
      incoming = incoming.slice(batch);
      try {
        await place(jobs);
      } catch (error) {
        for (const job of jobs) job.fail(error);
      }
      await turn();
    }
  }

  async function place(jobs: readonly Incoming[]): Promise<void> {
    const [posts, edits] = [jobs.filter((job) => !job.edit), jobs.filter((job) => job.edit)];
    const admissions = await admit(house, posts, moved.of);
    for (const [at, job] of posts.entries()) {
      const admission = admissions[at];
      if (!admission || admission.is === 'over') job.finish(done);
      else if (admission.is === 'held') job.finish({ is: 'again', inMs: admission.inMs });
      else put({ ...job, ...admission }, admission.restMs);
    }
    const found = await house.memory.deliveries.getMany(edits.map(({ id }) => id));
    for (const [at, job] of edits.entries()) {
      const delivery = found[at];
      if (delivery?.state.is === 'sent') put({ ...job, delivery }, 0);
      else job.finish(done);
    }
  }

  function put(job: Waiting, restMs: number): void {
    const { to } = job.delivery;
    const box = outboxes.get(to.platform);
    const chat = house.platforms.get(to.platform)?.pace.chatOf(to);
    if (closed || !box || chat === undefined)
      return job.finish({ is: 'again', inMs: closed ? 0 : offPlatformRetryMs });
    if (box.length(chat) >= longestLine) return job.finish({ is: 'again', inMs: outOfLineMs });
    if (job.catchUp || restMs > 0) box.gather(chat, Math.max(restMs, gatherMs));
    box.put(chat, job);
  }

  const job = (id: string, more: Pick<Incoming, 'edit' | 'urgent'> = {}): Promise<JobOutcome> => {
    const { promise, resolve, reject } = Promise.withResolvers<JobOutcome>();
    lineUp({ id, ...more, finish: resolve, fail: reject });
    return promise;
  };
  return {
    deliver: (id) => job(id),
    deliverNow: (id) => job(id, { urgent: true }),
    edit: (id) => job(id, { edit: true }),
    async close() {
      closed = true;
      await reading;
      for (const box of outboxes.values()) {
        for (const left of await box.close()) left.finish({ is: 'again', inMs: 0 });
      }
    },
  };
}
