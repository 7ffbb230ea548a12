import type { Kind, Story } from '../model.ts';
import { house, houseName } from './companies.ts';
import type { Change, Period, Trends } from './queries.ts';

/** Something counted in a period and in the one before it. */
interface Counted<Label> {
  readonly label: Label;
  now: number;
  before: number;
}

type Counter<Label> = Map<string, Counted<Label>>;

/** Who teams up most in a period, and whether that is more than in the period before; at most `count` of each. */
export function trends(stories: Iterable<Story>, period: Period, count: number): Trends {
  const start = 2 * period.since - period.until;
  const total: Counted<undefined> = { label: undefined, now: 0, before: 0 };
  const companies: Counter<string> = new Map();
  const pairs: Counter<readonly [string, string]> = new Map();
  const kinds: Counter<Kind> = new Map();
  for (const { firstSeenAt, kind, partners } of stories) {
    if (firstSeenAt < start || firstSeenAt >= period.until) continue;
    const when = firstSeenAt >= period.since ? 'now' : 'before';
    total[when] += 1;
    counted(kinds, kind, kind)[when] += 1;
    const parties = partiesOf(partners);
    for (const [at, { key, name }] of parties.entries()) {
      counted(companies, key, name)[when] += 1;
      for (let next = at + 1; next < parties.length; next += 1) {
        const other = parties[next] as Party;
        counted(pairs, `${key}\n${other.key}`, [name, other.name])[when] += 1;
      }
    }
  }
  return {
    period,
    stories: change(total),
    companies: busiest(companies, count).map((one) => ({ name: one.label, ...change(one) })),
    pairs: busiest(pairs, count).map((one) => ({
      names: one.label,
      ...change(one),
    })),
    kinds: busiest(kinds, count).map((one) => ({ kind: one.label, ...change(one) })),
  };
}

interface Party {
  readonly key: string;
  readonly name: string;
}

const known = new WeakMap<readonly string[], readonly Party[]>();

/** The companies behind a story's partners, each once; sorted, so that A with B and B with A are one pair. */
function partiesOf(partners: readonly string[]): readonly Party[] {
  const before = known.get(partners);
  if (before) return before;
  const named = new Map(partners.map((name) => [house(name), houseName(name)]));
  const parties = [...named].map(([key, name]) => ({ key, name }));
  parties.sort((a, b) => (a.key < b.key ? -1 : 1));
  known.set(partners, parties);
  return parties;
}

function counted<Label>(counter: Counter<Label>, key: string, label: Label): Counted<Label> {
  const found = counter.get(key);
  if (found) return found;
  const fresh = { label, now: 0, before: 0 };
  counter.set(key, fresh);
  return fresh;
}

const busiest = <Label>(counter: Counter<Label>, count: number): Counted<Label>[] =>
  [...counter.values()]
    .filter(({ now }) => now > 0)
    .toSorted((a, b) => b.now - a.now || a.before - b.before)
    .slice(0, count);

const change = ({ now, before }: Change): Change => ({ now, before });
