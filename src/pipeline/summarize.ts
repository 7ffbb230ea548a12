import type { Article, Finding } from '../model.ts';
import { isClutter, tidied } from './summarize/clutter.ts';
import { cues } from './summarize/cues.ts';
import { sentences } from './summarize/sentences.ts';
import { contentWords, isWide, shareIn } from './summarize/words.ts';

const most = 3;
/** In characters; Chinese, Japanese and Korean say twice as much in one. */
const longest = { wide: 210, other: 420 } as const;
/** Sentences after these are background in almost every article. */
const read = 40;

/**
 * Two or three whole sentences of an article that say who does what with whom, when, and what it is worth, in the
 * article's own words and order; '' when there is nothing beyond the headline.
 */
export function summarize(
  article: Pick<Article, 'title' | 'text'>,
  finding: Pick<Finding, 'evidence'> & { readonly partners?: readonly string[] },
): string {
  const title = contentWords(article.title);
  const candidates = sentences(article.text)
    .filter((sentence) => !isClutter(sentence))
    .map((sentence) => afterHeadline(tidied(sentence), title))
    .slice(0, read)
    .map((text, at) => ({ text, at, words: contentWords(text) }))
    .filter(({ words }) => words.size > 0 && !(shareIn(words, title) > 0.9));
  const firstNews = Math.max(
    0,
    candidates.findIndex(({ text }) => names(text, finding.partners) > 0),
  );
  const ranked = candidates
    .map((candidate) => ({
      ...candidate,
      score: worth(candidate, title, finding) - (candidate.at < firstNews ? 2 : 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const chosen: Scored[] = [];
  while (chosen.length < most) {
    // From the top again: a sentence may be understood once the one before it is chosen.
    const next = ranked.find((candidate) => !chosen.includes(candidate) && fits(candidate, chosen));
    if (!next) break;
    chosen.push(next);
  }
  return joined(chosen.toSorted((a, b) => a.at - b.at).map(({ text }) => text));
}

/** Some feeds write "headline — first sentence" as one. */
function afterHeadline(sentence: string, title: ReadonlySet<string>): string {
  const [before = '', ...rest] = sentence.split(/\s[—–]\s/u);
  return rest.length > 0 && shareIn(contentWords(before), title) > 0.8 ? rest.join(' — ') : sentence;
}

interface Candidate {
  readonly text: string;
  /** Its place among the candidates. */
  readonly at: number;
  readonly words: ReadonlySet<string>;
}

type Scored = Candidate & { readonly score: number };

const least = 0.3;

/** Whether a sentence adds something, within the room there is, and can be understood after those chosen. */
function fits({ text, at, words, score }: Scored, chosen: readonly Scored[]): boolean {
  const room = isWide(text) ? longest.wide : longest.other;
  if (chosen.length === 0) return text.length <= 1.5 * room;
  const used = chosen.reduce((sum, one) => sum + one.text.length + 1, 0);
  if (used + text.length > room || score < least) return false;
  if (chosen.some((one) => shareIn(words, one.words) > 0.6 || shareIn(one.words, words) > 0.8)) return false;
  return !cues.backward(text) || chosen.some((one) => one.at === at - 1);
}

/** How many of the partners a sentence names. */
function names(text: string, partners: readonly string[] = []): number {
  const lower = text.toLowerCase();
  return partners.filter((name) => lower.includes(name.toLowerCase())).length;
}

/** The weights of an editor's habits: the news stands first, names the partners, and says what they do. */
function worth(
  { text, at, words }: Candidate,
  title: ReadonlySet<string>,
  { evidence, partners }: Parameters<typeof summarize>[1],
): number {
  const named = names(text, partners);
  const facts = (cues.together(text) ? 1 : 0) + (cues.amount(text) ? 0.6 : 0) + (cues.date(text) ? 0.3 : 0);
  const short = isWide(text) ? 15 : 40;
  const long = isWide(text) ? 120 : 300;
  return (
    2.2 * Math.exp(-at / 4) +
    (named > 1 ? 2 : 0.7 * named) +
    1.5 * shareIn(title, words) +
    (evidence !== '' && text.includes(evidence) ? 1 : 0) +
    (named + facts === 0 ? -0.8 : facts) -
    (cues.speech(text) ? 6 : 0) -
    (cues.personal(text) ? 0.9 : 0) -
    (cues.aside(text) ? 0.6 : 0) -
    (cues.background(text) ? 0.6 : 0) -
    (cues.backward(text) ? 0.5 : 0) -
    (/[?？]["”’)]*$/u.test(text) ? 1.5 : 0) -
    (text.length < short ? 0.4 : 0) -
    Math.max(0, text.length - long) / 150
  );
}

/** Chinese and Japanese sentences follow each other without a space. */
const joined = (kept: readonly string[]): string => kept.join(' ').replaceAll(/(?<=[。！？」』]) /gu, '');
