import type { Article, Finding } from '../model.ts';

const longest = 360;
const boilerplate =
  /\b(read more|continue reading|subscribe|sign up|newsletter|click here|cookies?|all rights reserved|the post .+ appeared first)\b|weiterlesen|lire la suite|leer más|続きを読む|阅读全文/iu;
const sentenceSegmenter = new Intl.Segmenter('und', { granularity: 'sentence' });
/** Ends that look like the end of a sentence to the segmenter and are none. */
const abbreviation =
  /\b(?:inc|corp|ltd|co|dr|mr|mrs|ms|st|no|vs|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|e\.g|i\.e)\.\s*$/iu;

/** One to three whole sentences of the article that say what happened, the evidence among them; '' when the headline says it all. */
export function summarize(
  article: Pick<Article, 'title' | 'text'>,
  finding: Pick<Finding, 'evidence'>,
): string {
  const title = plain(article.title);
  const all = sentences(article.text).filter(
    (sentence) => isWhole(sentence) && !boilerplate.test(sentence) && plain(sentence) !== title,
  );
  const evidence = all.findIndex(
    (sentence) => sentence.includes(finding.evidence) && finding.evidence !== '',
  );
  const kept: string[] = [];
  for (const sentence of all.slice(Math.max(evidence, 0), Math.max(evidence, 0) + 3)) {
    const room = longest - kept.join(' ').length;
    if (kept.length > 0 && sentence.length > room) break;
    if (sentence.length <= longest * 1.5) kept.push(sentence);
  }
  return joined(kept);
}

/** Chinese and Japanese sentences follow each other without a space. */
const joined = (kept: readonly string[]): string => kept.join(' ').replaceAll(/(?<=[。！？」』]) /gu, '');

function sentences(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentenceSegmenter.segment(text.slice(0, 4_000))) {
    const before = found.at(-1);
    if (before !== undefined && abbreviation.test(before)) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found
    .map((sentence) => sentence.replaceAll(/\s+/gu, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** Feeds cut leads in the middle of a word; half a sentence is worse than none. */
const isWhole = (sentence: string): boolean =>
  /[.!?。！？]["'”’»」)]*$/u.test(sentence) && !/(\.{3}|…)["'”’»」)\]]*\.?$/u.test(sentence);

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
