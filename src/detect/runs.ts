/** Some words in a row, and the runs that are one word longer. */
export interface Run {
  /** Its name; none where only a longer run is worth naming. */
  readonly feature?: string;
  readonly next?: { readonly get: (word: string) => Run | undefined };
}

/** The runs of a place, such as `t:`, before their first word. */
export type Vocabulary = (place: string) => Run;

/** All runs there are, to learn from. */
export const everyRun: Vocabulary = (place) => ({ next: { get: (word) => run(`${place}${word}`) } });

const run = (feature: string): Run => ({ feature, next: { get: (word) => run(`${feature} ${word}`) } });

const placeLength = 2;
const nowhere: Run = {};

interface Branch {
  feature?: string;
  next?: Map<string, Branch>;
}

/** The runs among some features, so that others cost no more than a look-up of their first word. */
export function knownRuns(features: Iterable<string>): Vocabulary {
  const places: Branch = {};
  for (const feature of features) {
    let at = grown(places, feature.slice(0, placeLength));
    for (let from = placeLength, to = 0; to >= 0; from = to + 1) {
      to = feature.indexOf(' ', from);
      at = grown(at, to < 0 ? feature.slice(from) : feature.slice(from, to));
    }
    at.feature = feature;
  }
  return (place) => places.next?.get(place) ?? nowhere;
}

function grown(branch: Branch, word: string): Branch {
  const known = branch.next?.get(word);
  if (known) return known;
  const longer: Branch = {};
  (branch.next ??= new Map()).set(word, longer);
  return longer;
}

/** Adds every run of at most `longest` words to `seen` that has a name. */
export function namedRuns(start: Run, words: readonly string[], longest: number, seen: Set<string>): void {
  for (let from = 0; from < words.length; from += 1) {
    let at: Run | undefined = start;
    for (let to = from; to < Math.min(from + longest, words.length); to += 1) {
      at = at.next?.get(words[to] ?? '');
      if (!at) break;
      if (at.feature !== undefined) seen.add(at.feature);
    }
  }
}
