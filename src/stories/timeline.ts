import type { Kind, Story } from '../model.ts';
import { identity, isMeant, lineage, nameOf } from './companies.ts';
import type { Between, CompanyTimeline, Tie } from './queries.ts';

/** What a company and all that belongs to it have been part of; `stories` are those that name it, oldest first. */
export function companyTimeline(name: string, stories: readonly Story[]): CompanyTimeline | undefined {
  if (stories.length === 0) return undefined;
  const own = identity(name);
  const above = new Set(lineage(name));
  const shared = new Map<string, { name: string; stories: Story[] }>();
  for (const story of stories) {
    for (const partner of story.partners) {
      const key = identity(partner);
      if (above.has(key) || lineage(partner).includes(own)) continue;
      const tie = shared.get(key) ?? { name: nameOf(partner), stories: [] };
      if (tie.stories.at(-1) !== story) tie.stories.push(story);
      shared.set(key, tie);
    }
  }
  const ties = [...shared.values()].map((tie) => tieOf(tie.name, tie.stories));
  return {
    name: spelling(name, stories),
    stories: stories.toReversed(),
    ties: ties.toSorted((a, b) => b.stories - a.stories || b.lastAt - a.lastAt),
  };
}

/** What two companies have had with each other; `stories` are those that name the first, oldest first. */
export function between(a: string, b: string, stories: readonly Story[]): Between {
  // A company is not its own partner, nor its brand's.
  const related = isMeant(a, b) || isMeant(b, a);
  const both = related ? [] : stories.filter(({ partners }) => partners.some((name) => isMeant(b, name)));
  return { names: [spelling(a, both), spelling(b, both)], stories: both };
}

/** As readers know it, else as the latest story spells it. */
function spelling(name: string, stories: readonly Story[]): string {
  const known = nameOf(name);
  if (known !== name) return known;
  for (const { partners } of stories.toReversed()) {
    const spelt = partners.find((partner) => identity(partner) === identity(name));
    if (spelt !== undefined) return nameOf(spelt);
  }
  return known;
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
