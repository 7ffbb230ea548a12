import type { Explained } from '../command.ts';
import { type Block, type Message, type Spans, span } from '../message.ts';
import type { Finding, Reason } from '../model.ts';
import type { Words } from '../words/words.ts';

const mostReasons = 6;

/** Why an article is held for a partnership or not: score, parties, the sentence, what spoke for and against. */
export function explained({ title, url, finding }: Explained, words: Words): Message {
  const { partnership, confidence, partners, kind, stage, evidence, reasons } = finding;
  const values = { confidence: words.percent(confidence) };
  const facts = [partners.join(' × '), words.say(`kind.${kind}`), words.say(`stage.${stage}`)];
  const blocks: Block[] = [
    { is: 'heading', spans: [span(title, url ? { href: url } : {})] },
    { is: 'text', spans: words.spans(partnership ? 'why.yes' : 'why.no', values) },
  ];
  if (partners.length > 0) blocks.push({ is: 'text', spans: [span(facts.join(' · '))] });
  if (evidence !== '') blocks.push({ is: 'quote', spans: marked(finding) });
  const list = (which: 'why.for' | 'why.against', side: readonly Reason[]): void => {
    if (side.length === 0) return;
    blocks.push({ is: 'text', spans: words.spans(which) });
    blocks.push({ is: 'list', items: side.slice(0, mostReasons).map(reason) });
  };
  list(
    'why.for',
    reasons.filter(({ weight }) => weight > 0),
  );
  list(
    'why.against',
    reasons.filter(({ weight }) => weight < 0),
  );
  return { blocks };
}

const reason = ({ feature, weight }: Reason): Spans => [
  span(feature, { code: true }),
  span(` ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`),
];

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
