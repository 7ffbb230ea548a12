import type { Kind, Story } from '../../model.ts';
import { identity, isMeant, lineage, nameOf } from '../companies.ts';

/** Who with whom, ready to be laid out. */
export interface Network {
  /** Those in focus first, then who shares most stories with them. */
  readonly nodes: readonly Node[];
  readonly ties: readonly NetworkTie[];
  /** Companies that there was no room for. */
  readonly more: number;
}

interface Node {
  readonly key: string;
  readonly name: string;
  /** With those in focus, if any is. */
  readonly stories: number;
  readonly focus: boolean;
}

interface NetworkTie {
  readonly ends: readonly [key: string, key: string];
  readonly stories: number;
  /** The kind most of its stories are of. */
  readonly kind: Kind;
  /** The latest story says that it is over. */
  readonly ended: boolean;
}

/** The companies that share stories, around those in `focus`; without focus, the busiest of all. At most `most` nodes. */
export function network(stories: readonly Story[], focus: readonly string[], most: number): Network {
  const inFocus = new Set(focus.map(identity));
  const above = new Set(focus.flatMap((name) => lineage(name).slice(1)));
  /** Brands and subsidiaries of those in focus are theirs; whom they belong to is left out. */
  const ownerOf = (name: string): string =>
    inFocus.has(identity(name)) ? name : (focus.find((one) => isMeant(one, name)) ?? name);
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const pairs = new Map<string, Story[]>();
  for (const story of stories.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt)) {
    const named = new Map(
      story.partners
        .map(ownerOf)
        .map((name) => [identity(name), nameOf(name)] as const)
        .filter(([key]) => inFocus.has(key) || !above.has(key)),
    );
    const keys = [...named.keys()].toSorted();
    const counted = inFocus.size === 0 || keys.some((key) => inFocus.has(key));
    for (const [at, key] of keys.entries()) {
      names.set(key, named.get(key) ?? key);
      if (counted) counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const other of keys.slice(at + 1)) {
        const shared = pairs.get(`${key}\n${other}`) ?? [];
        shared.push(story);
        pairs.set(`${key}\n${other}`, shared);
      }
    }
  }
  const nodes = [...names]
    .map(([key, name]): Node => ({ key, name, stories: counts.get(key) ?? 0, focus: inFocus.has(key) }))
    .toSorted(
      (a, b) => Number(b.focus) - Number(a.focus) || b.stories - a.stories || (a.key < b.key ? -1 : 1),
    );
  const shown = new Set(nodes.slice(0, most).map(({ key }) => key));
  const ties = [...pairs].flatMap(([pair, shared]) => {
    const [a = '', b = ''] = pair.split('\n');
    return shown.has(a) && shown.has(b) ? [tie([a, b], shared)] : [];
  });
  return { nodes: nodes.slice(0, most), ties, more: Math.max(0, nodes.length - most) };
}

function tie(ends: readonly [string, string], shared: readonly Story[]): NetworkTie {
  const [commonest] = [...Map.groupBy(shared, ({ kind }) => kind)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return {
    ends,
    stories: shared.length,
    kind: commonest?.[0] ?? 'other',
    ended: shared.at(-1)?.stage === 'ended',
  };
}
