import { canonicalUrl } from './canonicalUrl.ts';
import type { ParsedItem } from './parsed.ts';

/**
 * What makes each item itself: the publisher's id, else its address, else its words. Undefined for one
 * that says nothing at all, or that the document lists a second time.
 *
 * Items that share an id or address are told apart by address, then by title. The oldest of them keeps
 * the shared one alone: it is the one that was there first, and a newer item that took it over would look
 * like an article we know.
 */
export function identitiesOf(items: readonly ParsedItem[]): (string | undefined)[] {
  const own = items.map((item) => item.id || canonicalUrl(item.url) || wordsOf(item) || undefined);
  const sharers = new Map<string, number[]>();
  for (const [position, identity] of own.entries()) {
    if (identity === undefined) continue;
    const others = sharers.get(identity);
    if (others === undefined) sharers.set(identity, [position]);
    else others.push(position);
  }
  const identities = [...own];
  for (const [shared, positions] of sharers) {
    if (positions.length === 1) continue;
    const taken = new Set<string>();
    for (const { item, position } of oldestFirst(items, positions)) {
      identities[position] = toldApart(shared, item, taken);
    }
  }
  return identities;
}

function toldApart(shared: string, item: ParsedItem, taken: Set<string>): string | undefined {
  const address = `${shared}|${canonicalUrl(item.url)}`;
  const whole = `${address}|${item.title}`;
  if (taken.has(whole)) return undefined;
  const identity = taken.size === 0 ? shared : taken.has(address) ? whole : address;
  taken.add(address).add(whole);
  return identity;
}

/** By date where they have one, else as feeds are ordered: the newest on top. */
function oldestFirst(items: readonly ParsedItem[], positions: readonly number[]) {
  return positions
    .flatMap((position) => {
      const item = items[position];
      return item === undefined ? [] : [{ item, position, date: item.publishedAt }];
    })
    .toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0) || b.position - a.position);
}

function wordsOf({ title, content }: ParsedItem): string {
  return title === '' && content === '' ? '' : `${title}|${content}`;
}
