import type { Sent } from '../../delivery.ts';
import { done } from '../house.ts';
import type { Turned } from '../outbox.ts';
import type { Parts, Waiting } from './parts.ts';
import { record } from './record.ts';
import { revised } from './revised.ts';

/** Brings a post up to date with its story, where it shows anything else. */
export async function edit(parts: Parts, job: Waiting): Promise<Turned<Waiting>> {
  try {
    return await attempt(parts, job);
  } catch (error) {
    job.fail(error);
    return { gone: [job] };
  }
}

async function attempt({ house, platform, moved }: Parts, job: Waiting): Promise<Turned<Waiting>> {
  const delivery = await house.memory.deliveries.get(job.delivery.id);
  const over = (): Turned<Waiting> => {
    job.finish(done);
    return { gone: [job] };
  };
  if (delivery?.state.is !== 'sent') return over();
  const { to, state } = delivery;
  const post = await revised(house, delivery);
  if (!post) return over();
  const outcome = await platform.edit(to, state.message, post.message);
  house.report({ is: 'edit', delivery, outcome });
  switch (outcome.is) {
    case 'sent': {
      const editedAt = house.now();
      await record(
        house,
        post.tells.map((one) => ({ ...one, state: { ...one.state, editedAt } })),
      );
      return over();
    }
    case 'wait':
      return { gone: [], rest: { of: outcome.scope === 'chat' ? 'chat' : 'all', ms: outcome.ms } };
    case 'halted':
      return { gone: [], rest: { of: 'all', ms: Number.POSITIVE_INFINITY } };
    case 'moved':
    case 'gone':
    case 'refused':
      if (outcome.is === 'moved') await moved.note(to, outcome.to);
      // The post is deleted, too old or out of reach, such as in a chat that has moved: it stays as it is.
      await record(
        house,
        post.tells.map((one) => ({ ...one, state: fixed(one.state) })),
      );
      return over();
  }
}

/** Not to be edited any more. */
function fixed(state: Sent): Sent {
  const { shows: _, ...rest } = state;
  return rest;
}
