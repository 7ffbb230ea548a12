import type { Kind, Story } from '../model.ts';
import { companyKey } from './companyKey.ts';
import type { Between, CompanyTimeline, Tie } from './queries.ts';

/** What a company has been part of; `stories` are those that name it, oldest first. */
export function companyTimeline(name: string, stories: readonly Story[]): CompanyTimeline | undefined {
  if (stories.length === 0) return undefined;
  const own = companyKey(name);
  const shared = new Map<string, { name: string; stories: Story[] }>();
  for (const story of stories) {
    for (const partner of story.partners) {
      const key = companyKey(partner);
      if (key === own) continue;
      const tie = shared.get(key) ?? { name: partner, stories: [] };
      if (tie.stories.at(-1) !== story) tie.stories.push(story);
      shared.set(key, tie);
    }
  }
  const ties = [...shared.values()].map((tie) => tieOf(tie.name, tie.stories));
  return {
    name: spelling(own, stories),
    stories: stories.toReversed(),
    ties: ties.toSorted((a, b) => b.stories - a.stories || b.lastAt - a.lastAt),
  };
}

/** What two companies have had with each other; `stories` are those that name the first, oldest first. */
export function between(a: string, b: string, stories: readonly Story[]): Between {
  const other = companyKey(b);
  const both =
    companyKey(a) === other
      ? []
      : stories.filter(({ partners }) => partners.some((name) => companyKey(name) === other));
  return { names: [spelling(companyKey(a), both) || a, spelling(other, both) || b], stories: both };
}

/** As the latest story spells it; '' when none does. */
function spelling(key: string, stories: readonly Story[]): string {
  for (const { partners } of stories.toReversed()) {
    const name = partners.find((partner) => companyKey(partner) === key);
    if (name !== undefined) return name;
  }
  return '';
}

function tieOf(name: string, stories: readonly Story[]): Tie {
  return {
    name,
    stories: stories.length,
    kind: commonest(stories.map(({ kind }) => kind)),
    firstAt: stories[0]?.firstSeenAt ?? 0,
    lastAt: stories.at(-1)?.firstSeenAt ?? 0,
    ended: stories.at(-1)?.stage === 'ended',
  };
}

function commonest(kinds: readonly Kind[]): Kind {
  const counts = Map.groupBy(kinds, (kind) => kind);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'other';
}
