import { companyKey } from './companyKey.ts';
import { companyLists, type Names } from './companyLists.ts';

/** What the names of one company have in common: equal for aliases, abbreviations and other scripts. */
export type Identity = (name: string) => string;

/** Who is meant by a name, and who stands behind it. */
interface Companies {
  readonly identity: Identity;
  /** Its identity, then those of the companies it belongs to: `['youtube', 'google']`. */
  readonly lineage: (name: string) => readonly string[];
  /** The name readers know it by; the given one when it is unknown. */
  readonly nameOf: (name: string) => string;
  /** The same of the company that stands behind it. */
  readonly houseName: (name: string) => string;
}

/** Words at the end of a name that tell a branch from its house, not a company from another. */
const branches = new Set(
  'group technologies technology worldwide international global india japan china europe america usa uk germany france korea canada australia singapore'.split(
    ' ',
  ),
);

/**
 * @param spellings names that mean the same, the one to show first.
 * @param owned a company, then the names under which it is also in the news.
 */
export function companies(spellings: readonly Names[], owned: readonly Names[]): Companies {
  const same = new Map<string, string>();
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const [name, ...others] of spellings) {
    const key = companyKey(name);
    if (!names.has(key)) names.set(key, name);
    for (const other of others) if (!same.has(companyKey(other))) same.set(companyKey(other), key);
  }
  const spelt = (key: string): string => same.get(key) ?? key;
  for (const [owner, ...brands] of owned) {
    const key = spelt(companyKey(owner));
    for (const name of [owner, ...brands]) {
      const own = spelt(companyKey(name));
      if (!names.has(own)) names.set(own, name);
      if (own !== key) owners.set(own, key);
    }
  }

  function identified(name: string): string {
    const key = spelt(companyKey(name));
    if (names.has(key)) return key;
    const words = name.split(/\s+/u);
    while (words.length > 1 && branches.has((words.at(-1) ?? '').toLowerCase())) {
      words.pop();
      const shorter = spelt(companyKey(words.join(' ')));
      if (names.has(shorter)) return shorter;
    }
    return key;
  }

  const identity = remembered(identified);
  const lineage = remembered((name) => {
    const line = [identity(name)];
    for (let owner = owners.get(line[0] ?? ''); owner !== undefined && !line.includes(owner); ) {
      line.push(owner);
      owner = owners.get(owner);
    }
    return line;
  });
  return {
    identity,
    lineage,
    nameOf: (name) => names.get(identity(name)) ?? name,
    houseName: (name) => names.get(lineage(name).at(-1) ?? '') ?? name,
  };
}

const mostRemembered = 50_000;

/** The same few thousand names are asked for again and again. */
function remembered<Answer>(ask: (name: string) => Answer): (name: string) => Answer {
  const known = new Map<string, Answer>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = ask(name);
    if (known.size >= mostRemembered) known.clear();
    known.set(name, found);
    return found;
  };
}

let read: Companies | undefined;

/** As the lists of the repository have it, read when first asked; `docs/companies.md` says how to extend them. */
function shipped(): Companies {
  read ??= companies(...companyLists());
  return read;
}

export const identity: Identity = (name) => shipped().identity(name);
export const nameOf = (name: string): string => shipped().nameOf(name);
export const houseName = (name: string): string => shipped().houseName(name);
export const lineage = (name: string): readonly string[] => shipped().lineage(name);

/** The company at the head of the line: what news means by "Azure" and by "Microsoft" alike. */
export const house: Identity = (name) => lineage(name).at(-1) ?? identity(name);

/** Whether who asks for `asked` wants what is said of `named`: the company itself, or what belongs to it. */
export const isMeant = (asked: string, named: string): boolean => lineage(named).includes(identity(asked));

/** Lets a chat say what it calls whom: a name on the left means the company on the right. */
export function withAliases(aliases: Readonly<Record<string, string>>): (name: string) => string {
  const meant = new Map(Object.entries(aliases).map(([alias, name]) => [companyKey(alias), name]));
  return (name) => meant.get(companyKey(name)) ?? name;
}
