import type { DatabaseSync } from 'node:sqlite';
import leven from 'leven';

/** The words there are, to find what a misspelt one may have meant. */
export interface Vocabulary {
  add(text: string): void;
  /** The nearest words, within a letter or two; none when nothing is near. */
  like(word: string): readonly string[];
}

const shortest = 4;
const separators = /[^\p{L}\p{M}\p{N}]+/u;
const compared = 200;
const offered = 3;

/** @param database gets a table with the trigrams of all words. */
export function vocabulary(database: DatabaseSync): Vocabulary {
  database.exec("CREATE VIRTUAL TABLE vocabulary USING fts5(word, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO vocabulary (word) VALUES (?)');
  const near = database.prepare('SELECT word FROM vocabulary WHERE vocabulary MATCH ? ORDER BY rank LIMIT ?');
  const known = new Set<string>();
  /** Known, but not in the table yet: until somebody misspells a word, nobody needs it there. */
  let pending: string[] = [];
  return {
    add(text) {
      for (const word of text.toLowerCase().split(separators)) {
        if (word.length < shortest || known.has(word)) continue;
        known.add(word);
        pending.push(word);
      }
    },
    like(word) {
      if (word.length < shortest) return [];
      for (const one of pending) insert.run(one);
      pending = [];
      const allowed = word.length < 6 ? 1 : 2;
      return near
        .all(
          trigrams(word)
            .map((gram) => `"${gram}"`)
            .join(' OR '),
          compared,
        )
        .map((row) => String(row['word']))
        .map((other) => ({ other, distance: leven(word, other, { maxDistance: allowed + 1 }) }))
        .filter(({ distance }) => distance <= allowed)
        .toSorted((a, b) => a.distance - b.distance)
        .slice(0, offered)
        .map(({ other }) => other);
    },
  };
}

function trigrams(word: string): readonly string[] {
  const signs = Array.from(word);
  return signs.slice(2).map((sign, at) => `${signs[at]}${signs[at + 1]}${sign}`);
}
