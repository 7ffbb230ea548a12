import type { Delivery, DeliveryState } from '../../delivery.ts';
import { samePlace } from '../../pipeline/together.ts';
import type { SendOutcome, Wait } from '../../platforms/platform.ts';
import { done } from '../house.ts';
import type { Turned } from '../outbox.ts';
import type { Post, Told } from './compile.ts';
import { crosspostJob } from './jobs.ts';
import type { Parts, Waiting } from './parts.ts';
import { pause } from './pause.ts';
import { record } from './record.ts';
import { postOf, shownAs } from './revised.ts';

/** Records what became of a post, and says who of the line need not wait any more. */
export async function settle(
  parts: Parts,
  line: readonly Waiting[],
  post: Post,
  outcome: SendOutcome,
): Promise<Turned<Waiting>> {
  const { house, platform, moved, again } = parts;
  const [at, to] = [house.now(), post.told[0]?.delivery.to];
  const jobs = line.filter(
    ({ edit, delivery }) => !edit && post.told.some((one) => one.delivery.id === delivery.id),
  );
  const finish = async (
    deliveries: readonly Delivery[],
    over: readonly Waiting[],
  ): Promise<Turned<Waiting>> => {
    await record(house, deliveries);
    for (const job of over) job.finish(done);
    return { gone: over };
  };
  const all = (state: DeliveryState): readonly Delivery[] =>
    post.told.map(({ delivery }) => ({ ...delivery, state }));

  switch (outcome.is) {
    case 'sent': {
      const [first] = post.told;
      // Before the post is recorded as sent, since after that nobody would think of it again.
      if (post.publish && first && platform.publish) await house.queue.add([crosspostJob(first.delivery)]);
      const turned = await finish(
        post.told.map((one) => sent(one, post, outcome.message, at)),
        jobs,
      );
      return outcome.pauseMs === undefined
        ? turned
        : { ...turned, rest: { of: 'chat', ms: outcome.pauseMs } };
    }
    case 'wait':
      await record(
        house,
        post.told.map(({ delivery }) => patient(delivery, outcome, at)),
      );
      // What may stand there already is looked at anew, so that it goes out again as it went out before.
      if (outcome.doubtful) again(jobs);
      return {
        gone: outcome.doubtful ? jobs : [],
        rest: { of: outcome.scope === 'chat' ? 'chat' : 'all', ms: outcome.ms },
      };
    case 'halted': {
      const { reason } = outcome;
      await record(
        house,
        post.told.map(({ delivery }) => patient(delivery, { ms: 0, reason }, at)),
      );
      house.report({ is: 'halted', platform: platform.name, reason });
      return { gone: [], rest: { of: 'all', ms: Number.POSITIVE_INFINITY } };
    }
    case 'moved': {
      if (to) await moved.note(to, outcome.to);
      await record(house, all({ is: 'waiting' }).map(moved.of));
      again(line);
      return { gone: line };
    }
    case 'gone':
    case 'refused': {
      const failed = { is: 'failed', at, reason: outcome.reason } as const;
      if (!to || (outcome.is === 'refused' && outcome.what === 'message')) return finish(all(failed), jobs);
      await pause(parts, to, outcome.reason);
      const others = line.filter((job) => !job.edit && samePlace(job.delivery.to, to) && !jobs.includes(job));
      return finish(
        [...all(failed), ...others.map(({ delivery }) => ({ ...delivery, state: failed }))],
        [...jobs, ...others],
      );
    }
  }
}

function sent({ delivery, story }: Told, { told, key }: Post, message: string, at: number): Delivery {
  const { state, doubtfulSince: _, ...rest } = delivery;
  const within = state.is === 'sending' ? state.within : undefined;
  const leads = within === delivery.id;
  return {
    ...rest,
    state: {
      is: 'sent',
      at,
      message,
      stage: story.stage,
      ...(within === undefined ? {} : { within }),
      ...(leads ? { tells: told.map((one) => one.delivery.id) } : {}),
      // A step is news of its day; what another message's name stands for could not be put together again.
      ...(delivery.step === undefined && told.some((one) => one.delivery.id === key)
        ? { shows: shownAs(story, postOf({ within })) }
        : {}),
    },
  };
}

/** Waits, in sight of the ledger, and remembers when it may have been posted all the same. */
function patient(
  delivery: Delivery,
  { ms, reason, doubtful }: Pick<Wait, 'ms' | 'reason' | 'doubtful'>,
  now: number,
): Delivery {
  const { state, doubtfulSince: before, ...rest } = delivery;
  const doubtfulSince = before ?? (doubtful && state.is === 'sending' ? state.since : undefined);
  const within = state.is === 'sending' && doubtfulSince !== undefined ? state.within : undefined;
  return {
    ...rest,
    ...(doubtfulSince === undefined ? {} : { doubtfulSince }),
    state: {
      is: 'held',
      until: now + ms,
      by: 'platform',
      reason,
      ...(within === undefined ? {} : { within }),
    },
  };
}
