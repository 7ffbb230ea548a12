/** Some words in a row, and where one may go on from there. */
export interface Run {
  /** Its name; none where only a longer run is worth naming. */
  readonly feature?: string;
  readonly followedBy: (word: string) => Run | undefined;
}

/** The runs of a place, such as `t:`, before their first word. */
export type Vocabulary = (place: string) => Run;

/** All runs there are, to learn from. */
export const everyRun: Vocabulary = (place) => ({ followedBy: (word) => run(`${place}${word}`) });

const run = (feature: string): Run => ({ feature, followedBy: (word) => run(`${feature} ${word}`) });

const placeLength = 2;
const nowhere: Run = { followedBy: () => undefined };

interface Branch {
  feature?: string;
  readonly next: Map<string, Branch>;
  readonly followedBy: Run['followedBy'];
}

/** The runs among some features, so that others cost no more than a look-up of their first word. */
export function knownRuns(features: Iterable<string>): Vocabulary {
  const places = new Map<string, Branch>();
  for (const feature of features) {
    let at = grown(places, feature.slice(0, placeLength));
    for (const word of feature.slice(placeLength).split(' ')) at = grown(at.next, word);
    at.feature = feature;
  }
  return (place) => places.get(place) ?? nowhere;
}

function grown(branches: Map<string, Branch>, word: string): Branch {
  const known = branches.get(word);
  if (known) return known;
  const next = new Map<string, Branch>();
  const branch: Branch = { next, followedBy: (following) => next.get(following) };
  branches.set(word, branch);
  return branch;
}

/** Adds every run of at most `longest` words to `seen` that has a name. */
export function namedRuns(start: Run, words: readonly string[], longest: number, seen: Set<string>): void {
  for (let from = 0; from < words.length; from += 1) {
    let at: Run | undefined = start;
    for (let next = from; next < Math.min(from + longest, words.length); next += 1) {
      at = at.followedBy(words[next] ?? '');
      if (!at) break;
      if (at.feature !== undefined) seen.add(at.feature);
    }
  }
}
