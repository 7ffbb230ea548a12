import { type Delivery, isOpen } from '../../delivery.ts';
import { together } from '../../pipeline/together.ts';
import type { Platform } from '../../platforms/platform.ts';
import { done } from '../house.ts';
import type { Turned } from '../outbox.ts';
import { askedBy } from './askedBy.ts';
import { compile, type Post } from './compile.ts';
import type { Office, Parts, Waiting } from './parts.ts';
import { record } from './record.ts';
import { settle } from './settle.ts';

/** compose → render → send, for the first of a line or for several together; what was sent is never sent again. */
export async function post(parts: Parts, line: readonly Waiting[]): Promise<Turned<Waiting>> {
  const jobs = together(line, parts.platform.pace.burst);
  try {
    return await attempt(parts, line, jobs);
  } catch (error) {
    for (const job of jobs) job.fail(error);
    return { gone: jobs };
  }
}

async function attempt(
  parts: Parts,
  line: readonly Waiting[],
  jobs: readonly Waiting[],
): Promise<Turned<Waiting>> {
  const { house, platform } = parts;
  const wanted = await stillWanted(house, jobs);
  const made = await compile(house, wanted);
  const over = jobs.filter(({ delivery: { id } }) => !wanted.some((one) => one.id === id));
  if (!made) {
    for (const job of jobs) job.finish(done);
    return { gone: jobs };
  }
  for (const job of over) job.finish(done);
  // Whose turn it is by now may have sent it already, since looking it up can take as long as the store likes.
  if (parts.isOver()) return { gone: over };
  const departed = departing(made, platform, house.now());
  await record(
    house,
    departed.told.map(({ delivery }) => delivery),
  );
  const to = departed.told[0]?.delivery.to;
  if (!to) return { gone: over };
  const again = departed.told.some(({ delivery }) => delivery.doubtfulSince !== undefined);
  const outcome = await platform.send(to, made.message, made.key, {
    ...made.options,
    ...(again ? { again } : {}),
  });
  for (const { delivery } of departed.told) house.report({ is: 'delivery', delivery, outcome });
  const turned = await settle(parts, line, departed, outcome);
  return { ...turned, gone: [...over, ...turned.gone] };
}

/** While they waited, an administrator may have dropped some, or the chat may have refused all. */
async function stillWanted(house: Office, jobs: readonly Waiting[]): Promise<readonly Delivery[]> {
  const { memory } = house;
  const [first] = jobs;
  const subscription = first && (await memory.subscriptions.get(askedBy(first.delivery)));
  // A delivery waits twice when an administrator has asked for it besides.
  const asked = [...new Map(jobs.map(({ delivery }) => [delivery.id, delivery])).values()];
  const found = await memory.deliveries.getMany(asked.map(({ id }) => id));
  const open = asked.flatMap(({ to, by }, at) => {
    const now = found[at];
    return now && isOpen(now) ? [{ ...now, to, ...(by === undefined ? {} : { by }) }] : [];
  });
  if (subscription?.paused === undefined) return open;
  const state = { is: 'failed', at: house.now(), reason: subscription.paused } as const;
  await record(
    house,
    open.map((delivery) => ({ ...delivery, state })),
  );
  return [];
}

/** The post as it is recorded before it leaves. */
function departing(made: Post, { remembersKeyMs }: Platform, now: number): Post {
  const shared = made.told.length > 1 || made.told[0]?.delivery.id !== made.key;
  const told = made.told.map(({ story, delivery }) => {
    const { state, doubtfulSince = state.is === 'sending' ? state.since : undefined } = delivery;
    const repeats = doubtfulSince !== undefined && now - doubtfulSince >= remembersKeyMs;
    const leaving: Delivery = {
      ...delivery,
      ...(doubtfulSince === undefined ? {} : { doubtfulSince }),
      ...(repeats ? { mayRepeat: true } : {}),
      state: { is: 'sending', since: now, ...(shared ? { within: made.key as Delivery['id'] } : {}) },
    };
    return { story, delivery: leaving };
  });
  return { ...made, told };
}
