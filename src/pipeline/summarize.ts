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
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: worth(candidate, title, finding) }))
    .toSorted((a, b) => b.score - a.score);
  const chosen: Scored[] = [];
  for (const candidate of ranked) {
    if (chosen.length === most) break;
    if (fits(candidate, chosen)) chosen.push(candidate);
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

/** The weights of an editor's habits: the news stands first, names the partners, and says what they do. */
function worth(
  { text, at, words }: Candidate,
  title: ReadonlySet<string>,
  { evidence, partners = [] }: Parameters<typeof summarize>[1],
): number {
  const lower = text.toLowerCase();
  const named = partners.filter((name) => lower.includes(name.toLowerCase())).length;
  const short = isWide(text) ? 15 : 40;
  const long = isWide(text) ? 120 : 300;
  return (
    2.2 * Math.exp(-at / 4) +
    Math.min(2, named) +
    1.5 * shareIn(title, words) +
    (evidence !== '' && text.includes(evidence) ? 1 : 0) +
    (cues.together(text) ? 0.8 : 0) +
    (cues.amount(text) ? 0.6 : 0) +
    (cues.date(text) ? 0.3 : 0) -
    (cues.speech(text) ? 1.2 : 0) -
    (cues.personal(text) ? 0.9 : 0) -
    (cues.aside(text) ? 0.6 : 0) -
    (cues.backward(text) ? 0.5 : 0) -
    (/[?？]["”’)]*$/u.test(text) ? 1.5 : 0) -
    (text.length < short ? 0.7 : 0) -
    Math.max(0, text.length - long) / 150
  );
}

/** Chinese and Japanese sentences follow each other without a space. */
const joined = (kept: readonly string[]): string => kept.join(' ').replaceAll(/(?<=[。！？」』]) /gu, '');
