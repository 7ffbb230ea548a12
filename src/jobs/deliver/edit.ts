import type { Delivery, Sent } from '../../delivery.ts';
import { type Message, span } from '../../message.ts';
import type { Story } from '../../model.ts';
import { compose } from '../../pipeline/compose.ts';
import { done } from '../house.ts';
import type { Turned } from '../outbox.ts';
import { dress } from './dress.ts';
import { fingerprint } from './fingerprint.ts';
import type { Office, Parts, Waiting } from './parts.ts';
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
  const change = story && (await changeOf(house, delivery, story));
  if (!change) return over();
  const { to } = delivery;
  const { state, message, shows } = change;
  const outcome = await platform.edit(to, state.message, message);
  house.report({ is: 'edit', delivery, outcome });
  switch (outcome.is) {
    case 'sent':
      await record(house, [
        {
          ...delivery,
          state: { ...state, ...(shows === undefined ? {} : { shows }), editedAt: house.now() },
        },
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

interface Change {
  /** Without a fingerprint. */
  readonly state: Omit<Sent, 'shows'>;
  readonly message: Message;
  /** What the post shows afterwards; absent when it is not to be changed again. */
  readonly shows?: string;
}

/** What is to be changed, if anything is. */
async function changeOf(house: Office, delivery: Delivery, story: Story): Promise<Change | undefined> {
  if (delivery.state.is !== 'sent') return undefined;
  const { shows: before, ...state } = delivery.state;
  if (state.hidden !== undefined)
    return { state, message: { blocks: [{ is: 'note', spans: [span(state.hidden)] }] } };
  const shows = fingerprint(compose(story));
  if (story.mergedInto !== undefined || before === undefined || before === shows) return undefined;
  const { message } = await dress(house, story, delivery.to);
  return { state, message, shows };
}

type Editable = Delivery & { readonly state: Sent & { readonly shows: string } };

export const isEditable = (delivery: Delivery | undefined): delivery is Editable =>
  delivery?.state.is === 'sent' && delivery.state.shows !== undefined;
