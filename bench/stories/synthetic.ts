import { companyLists } from '../../src/stories/companyLists.ts';
import { type Article, type ArticleId, type FeedId, type Finding, kinds, stages } from '../../src/model.ts';

/** The same numbers every time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = 'ka lo mi ner tas vol ri sha den po qua xi bel or fu zan teo gri lum ars ket wo'.split(' ');
const day = 86_400_000;
const newest = Date.parse('2026-11-01T00:00:00Z');

export interface Told {
  readonly article: Article;
  readonly finding: Finding;
}

/** Articles of made-up deals, oldest first: few companies and words are in most of them, as in real news. */
export function* deals(count: number, days: number, seed = 7): Generator<Told> {
  const roll = dice(seed);
  const below = (most: number): number => Math.floor(roll() * most);
  /** Zipf: the first of `most` are the commonest. */
  const common = (most: number): number => Math.floor(Math.exp(roll() * Math.log(most)));
  const word = (): string =>
    Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join('');
  const words = Array.from({ length: 30_000 }, word);
  const [known] = companyLists();
  const companies = [
    // The stories are in English.
    ...known.map(([name]) => name).filter((name) => /^[\p{Script=Latin}\P{L}]+$/u.test(name)),
    ...Array.from({ length: 6_000 }, () => `${word()} ${word()}`),
  ];
  const text = (length: number): string =>
    Array.from({ length }, () => words[common(words.length)] ?? '').join(' ');
  for (let at = 0; at < count; at += 1) {
    const partners = Array.from({ length: 2 + below(2) }, () => companies[common(companies.length)] ?? '');
    yield {
      article: {
        id: `a${at}` as ArticleId,
        feed: `f${below(300)}` as FeedId,
        outlet: `Outlet ${below(300)}`,
        url: `https://news.example/${at}/${text(4).replaceAll(' ', '-')}`,
        title: `${partners.join(' and ')} ${text(7)}`,
        text: `${partners.join(' and ')} ${text(40)}.`,
        publishedAt: newest - days * day + Math.floor((at / count) * days * day),
        language: 'en',
      },
      finding: {
        partnership: true,
        confidence: 0.6 + 0.4 * roll(),
        partners,
        kind: kinds[below(kinds.length)] ?? 'other',
        stage: stages[common(stages.length)] ?? 'announced',
        evidence: '',
        marks: [],
        reasons: [],
      },
    };
  }
}
