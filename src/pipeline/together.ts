import { bond, type Delivery } from '../delivery.ts';
import type { Destination } from '../model.ts';

/** One that waits in the line of a chat. */
export interface InLine {
  readonly delivery: Delivery;
  /** A change to a post that stands there. */
  readonly edit?: true;
  /** It was held until now for a digest or for quiet hours. */
  readonly catchUp?: true;
}

/**
 * Which of a line go out in one message: usually the first alone; what was held goes together, and so does all that
 * waits where it is a burst. What went out together before we lost sight of it goes out together again.
 */
export function together<Item extends InLine>(line: readonly Item[], burst: number): readonly Item[] {
  const [first] = line;
  if (!first || first.edit || first.delivery.step !== undefined) return line.slice(0, 1);
  const beside = line.filter(
    ({ edit, delivery }) => !edit && delivery.step === undefined && samePlace(delivery.to, first.delivery.to),
  );
  const bound = bond(first.delivery);
  if (bound !== undefined) return beside.filter(({ delivery }) => bond(delivery) === bound);
  const fresh = beside.filter(({ delivery }) => bond(delivery) === undefined);
  if (fresh.length > burst) return fresh;
  return first.catchUp ? fresh.filter(({ catchUp }) => catchUp) : [first];
}

export const samePlace = (a: Destination, b: Destination): boolean =>
  a.platform === b.platform && a.chat === b.chat && a.topic === b.topic;
