import { type Spans, span } from '../../message.ts';
import type { Story, StoryNote } from '../../model.ts';

/** What a reader should know besides: what memory adds, and that a machine wrote the summary. Empty when nothing. */
export function remarks({ notes = [], summaryBy }: Story): Spans {
  const said = notes.map(sentence);
  if (summaryBy === 'model') said.push('AI summary');
  return said.length === 0 ? [] : [span(said.join(' · '))];
}

function sentence(note: StoryNote): string {
  if (note.is === 'first-between') return `First deal between ${note.names[0]} and ${note.names[1]}`;
  return `${ordinal(note.count)} deal of ${note.name} this quarter`;
}

const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (count: number): string => `${count}${endings[rules.select(count)] ?? 'th'}`;
