import { DatabaseSync } from 'node:sqlite';
import type { Story, StoryId } from '../model.ts';
import { nameOf } from './companies.ts';
import { searchable, spaced } from './searchable.ts';
import { vocabulary } from './vocabulary.ts';

/** Full-text search over headlines, partners and summaries, held in memory. */
export interface SearchIndex {
  put(story: Story): void;
  remove(id: StoryId): void;
  /** Best match first, at most some hundreds; all words must occur, if need be in a likelier spelling. */
  search(words: string): readonly StoryId[];
}

/** So many matches are ranked; among more, the newest with the words in the headline or the partners are better news. */
const mostRanked = 2_000;
const mostFound = 500;
const summaryLength = 200;

export function searchIndex(): SearchIndex {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE stories USING fts5(headline, partners, summary,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
    BEGIN`);
  const insert = database.prepare(
    'INSERT INTO stories (rowid, headline, partners, summary) VALUES (?, ?, ?, ?)',
  );
  const erase = database.prepare('DELETE FROM stories WHERE rowid = ?');
  const newest = database.prepare(
    'SELECT rowid FROM stories WHERE stories MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const best = database.prepare(
    'SELECT rowid FROM stories WHERE stories MATCH ? ORDER BY bm25(stories, 4, 6, 1), rowid DESC LIMIT ?',
  );
  const rows = new Map<StoryId, number>();
  const ids = new Map<number, StoryId>();
  const words = vocabulary(database);
  let last = 0;

  function put(story: Story): void {
    const known = rows.get(story.id);
    if (known !== undefined) erase.run(known);
    const row = known ?? (last += 1);
    rows.set(story.id, row);
    ids.set(row, story.id);
    const names = story.partners.flatMap((name) => (nameOf(name) === name ? name : [name, nameOf(name)]));
    const headline = spaced(story.headline);
    const partners = spaced(names.join(' '));
    words.add(`${headline} ${partners}`);
    insert.run(row, headline, partners, spaced(story.summary.slice(0, summaryLength)));
  }

  function remove(id: StoryId): void {
    const row = rows.get(id);
    if (row === undefined) return;
    erase.run(row);
    rows.delete(id);
    ids.delete(row);
  }

  function found(match: string): readonly StoryId[] {
    const prominent = newest.all(`{headline partners} : (${match})`, mostFound);
    if (prominent.length === mostFound) return asIds(prominent);
    const some = newest.all(match, mostRanked + 1);
    if (some.length <= mostRanked) return asIds(best.all(match, mostFound));
    return asIds(prominent.length > 0 ? prominent : some.slice(0, mostFound));
  }

  const asIds = (some: readonly Record<string, unknown>[]): StoryId[] =>
    some.flatMap(({ rowid }) => ids.get(Number(rowid)) ?? []);

  /** A word that occurs nowhere, in the spellings that do. */
  function respelt(signs: readonly string[]): string {
    const [word = ''] = signs;
    const asked = term(signs);
    if (signs.length > 1 || newest.all(asked, 1).length > 0) return asked;
    const likely = words.like(word);
    return likely.length === 0 ? asked : `(${likely.map((other) => `"${other}"`).join(' OR ')})`;
  }

  return {
    put,
    remove,
    search(asked) {
      const terms = searchable(asked);
      if (terms.length === 0) return [];
      const all = found(`(${terms.map(term).join(' AND ')})${otherName(asked.trim())}`);
      if (all.length > 0) return all;
      const likely = terms.map(respelt);
      const respelled = found(likely.join(' AND '));
      return respelled.length > 0 || terms.length === 1 ? respelled : found(likely.join(' OR '));
    },
  };
}

/** A word as FTS5 asks for it (https://sqlite.org/fts5.html#full_text_query_syntax), also as a beginning. */
function term(signs: readonly string[]): string {
  const [word = ''] = signs;
  if (signs.length > 1) return `"${signs.join(' ')}"`;
  return word.length < 3 && !/\p{Script=Han}/u.test(word) ? `"${word}"` : `"${word}"*`;
}

/** Who asks for an alias means the company, whatever it is called in the headlines. */
function otherName(asked: string): string {
  const name = nameOf(asked);
  return name === asked ? '' : ` OR partners : "${spaced(name)}"`;
}
