import type { Call } from '../command.ts';
import type { Subscription } from '../model.ts';
import type { Place, PlaceKind } from '../place.ts';
import type { Key } from '../words/words.ts';

export type PlaceFor =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly key: Key; readonly values: Readonly<Record<string, string>> };

/** The place that somebody named, if it is theirs to decide for; else what to say. */
export async function placeFor(call: Call, named: string): Promise<PlaceFor> {
  const place = await call.place?.(named);
  if (!place) return { ok: false, key: 'subscribe.noPlace', values: {} };
  return place.isAdmin
    ? { ok: true, place }
    : { ok: false, key: 'subscribe.notYours', values: { place: place.title } };
}

/** What a subscription remembers of the kind of its place. */
export const kindOfPlace = (kind: PlaceKind | undefined): Pick<Subscription, 'placeKind'> =>
  kind === 'forum' || kind === 'announcements' ? { placeKind: kind } : {};
