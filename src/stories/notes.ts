import type { Story, StoryNote } from '../model.ts';
import { isMeant } from './companies.ts';

/** From this many stories of a quarter on, the count is news. */
const many = 3;
/** A first meeting is worth saying of companies that were in the news before, not of unknown ones. */
const known = 2;

/** What is noteworthy of a story, given the stories of each of its companies, oldest first. */
export function notes(story: Story, of: (company: string) => readonly Story[]): readonly StoryNote[] {
  const { partners } = story;
  const before = partners.map((name) => of(name).filter((other) => isBefore(other, story)));
  const noted: StoryNote[] = [];
  for (const [at, a] of partners.entries()) {
    for (const [beyond, b] of partners.slice(at + 1).entries()) {
      const mine = before[at] ?? [];
      const theirs = before[at + 1 + beyond] ?? [];
      if (mine.length + theirs.length < known || mine.length === 0 || theirs.length === 0) continue;
      if (!mine.some((other) => names(other, b))) noted.push({ is: 'first-between', names: [a, b] });
    }
  }
  const quarter = startOfQuarter(story.firstSeenAt);
  for (const [at, name] of partners.entries()) {
    const count = (before[at] ?? []).filter(({ firstSeenAt }) => firstSeenAt >= quarter).length + 1;
    if (count >= many) noted.push({ is: 'nth-this-quarter', name, count });
  }
  return noted;
}

const isBefore = (other: Story, story: Story): boolean =>
  other.id !== story.id && other.firstSeenAt <= story.firstSeenAt;

const names = (story: Story, company: string): boolean =>
  story.partners.some((name) => isMeant(company, name) || isMeant(name, company));

function startOfQuarter(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3);
}
