import type { Kind, Story } from '../model.ts';
import { companyKey } from './companyKey.ts';
import type { Change, Period, Trends } from './queries.ts';

interface Counter<Label> {
  readonly label: Label;
  now: number;
  before: number;
}

/** Who teams up most in a period, and whether that is more than in the period before; at most `count` of each. */
export function trends(stories: Iterable<Story>, period: Period, count: number): Trends {
  const start = period.since - (period.until - period.since);
  const total: Counter<undefined> = { label: undefined, now: 0, before: 0 };
  const companies = new Map<string, Counter<string>>();
  const pairs = new Map<string, Counter<readonly [string, string]>>();
  const kinds = new Map<Kind, Counter<Kind>>();
  for (const story of stories) {
    if (story.firstSeenAt < start || story.firstSeenAt >= period.until) continue;
    const when = story.firstSeenAt >= period.since ? 'now' : 'before';
    const names = new Map(story.partners.map((name) => [companyKey(name), name]));
    const keys = [...names.keys()].toSorted();
    total[when] += 1;
    counter(kinds, story.kind, story.kind)[when] += 1;
    for (const [at, key] of keys.entries()) {
      const name = names.get(key) ?? key;
      counter(companies, key, name)[when] += 1;
      for (const other of keys.slice(at + 1))
        counter(pairs, `${key}\n${other}`, [name, names.get(other) ?? other] as const)[when] += 1;
    }
  }
  return {
    period,
    stories: change(total),
    companies: busiest(companies, count).map((one) => ({ name: one.label, ...change(one) })),
    pairs: busiest(pairs, count).map((one) => ({ names: one.label, ...change(one) })),
    kinds: busiest(kinds, count).map((one) => ({ kind: one.label, ...change(one) })),
  };
}

function counter<Key, Label>(counters: Map<Key, Counter<Label>>, key: Key, label: Label): Counter<Label> {
  const found = counters.get(key) ?? { label, now: 0, before: 0 };
  counters.set(key, found);
  return found;
}

const busiest = <Label>(counters: ReadonlyMap<unknown, Counter<Label>>, count: number): Counter<Label>[] =>
  [...counters.values()]
    .filter(({ now }) => now > 0)
    .toSorted((a, b) => b.now - a.now || a.before - b.before)
    .slice(0, count);

const change = ({ now, before }: Change): Change => ({ now, before });
