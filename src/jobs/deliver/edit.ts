import type { Delivery, Sent } from '../../delivery.ts';
import { compose } from '../../pipeline/compose.ts';
import { done } from '../house.ts';
import type { Turned } from '../outbox.ts';
import { dress } from './dress.ts';
import { fingerprint } from './fingerprint.ts';
import type { Parts, Waiting } from './parts.ts';
import { record } from './record.ts';

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
  const story = delivery && (await house.memory.stories.get(delivery.story));
  const over = (): Turned<Waiting> => {
    job.finish(done);
    return { gone: [job] };
  };
  if (!story || !isEditable(delivery)) return over();
  const card = compose(story);
  const { shows, ...state } = delivery.state;
  if (shows === fingerprint(card)) return over();
  const { to } = delivery;
  const { message } = await dress(house, story, to);
  const outcome = await platform.edit(to, state.message, message);
  house.report({ is: 'edit', delivery, outcome });
  switch (outcome.is) {
    case 'sent':
      await record(house, [
        { ...delivery, state: { ...state, shows: fingerprint(card), editedAt: house.now() } },
      ]);
      return over();
    case 'wait':
      return { gone: [], rest: { of: outcome.scope === 'chat' ? 'chat' : 'all', ms: outcome.ms } };
    case 'halted':
      return { gone: [], rest: { of: 'all', ms: Number.POSITIVE_INFINITY } };
    case 'moved':
    case 'gone':
    case 'refused':
      if (outcome.is === 'moved') await moved.note(to, outcome.to);
      // The post is deleted, too old or out of reach, such as in a chat that has moved: it stays as it is.
      await record(house, [{ ...delivery, state }]);
      return over();
  }
}

type Editable = Delivery & { readonly state: Sent & { readonly shows: string } };

export const isEditable = (delivery: Delivery | undefined): delivery is Editable =>
  delivery?.state.is === 'sent' && delivery.state.shows !== undefined;
