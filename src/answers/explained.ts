import type { Explained } from '../command.ts';
import { type Block, type Message, type Span, type Spans, span } from '../message.ts';
import type { Finding, Reason } from '../model.ts';
import type { Words } from '../words/words.ts';
import { featureInWords } from './featureInWords.ts';

const mostReasons = 6;

/** How a feature is told; nothing to tell it by its name. */
type Tell = (feature: string, words: Words) => string | undefined;

/** Why an article is held for a partnership or not: score, parties, the sentence, what spoke for and against. */
export function explained(
  { title, url, finding }: Explained,
  words: Words,
  tell: Tell = featureInWords,
): Message {
  const { partnership, confidence, partners, kind, stage, evidence, reasons } = finding;
  const values = { confidence: words.percent(confidence) };
  const facts = [partners.join(' × '), words.say(`kind.${kind}`), words.say(`stage.${stage}`)];
  const blocks: Block[] = [
    { is: 'heading', spans: [span(title, url ? { href: url } : {})] },
    { is: 'text', spans: words.spans(partnership ? 'why.yes' : 'why.no', values) },
  ];
  if (partners.length > 0) blocks.push({ is: 'text', spans: [span(facts.join(' · '))] });
  if (evidence !== '') blocks.push({ is: 'quote', spans: marked(finding) });
  const told = toldOnce(reasons, words, tell);
  const list = (which: 'why.for' | 'why.against', side: readonly Told[]): void => {
    if (side.length === 0) return;
    blocks.push({ is: 'text', spans: words.spans(which) });
    blocks.push({ is: 'list', items: side.slice(0, mostReasons).map(({ spans }) => spans) });
  };
  list(
    'why.for',
    told.filter(({ weight }) => weight > 0),
  );
  list(
    'why.against',
    told.filter(({ weight }) => weight < 0),
  );
  return { blocks };
}

interface Told {
  readonly spans: Spans;
  readonly weight: number;
}

/** Features that read the same are told once, by the sum of their weights; the weightiest first. */
function toldOnce(reasons: readonly Reason[], words: Words, tell: Tell): readonly Told[] {
  const alike = Map.groupBy(reasons, ({ feature }) => tell(feature, words) ?? feature);
  return [...alike]
    .map(([text, some]) => ({
      text,
      isName: some.some(({ feature }) => feature === text),
      weight: some.reduce((sum, { weight }) => sum + weight, 0),
    }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ text, isName, weight }) => ({
      spans: [span(text, isName ? { code: true } : {}), points(weight, words)],
      weight,
    }));
}

function points(weight: number, { language }: Words): Span {
  const digits = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return span(` ${weight > 0 ? '+' : '−'}${digits.format(Math.abs(weight))}`);
}

function marked({ evidence, marks }: Finding): Spans {
  const parts: { readonly text: string; readonly bold?: true }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push({ text: evidence.slice(at, start) }, { text: evidence.slice(start, end), bold: true });
    at = end;
  }
  parts.push({ text: evidence.slice(at) });
  return parts.filter(({ text }) => text !== '');
}
