import { type Spans, span } from '../../message.ts';
import type { Story } from '../../model.ts';
import { noteInWords } from '../../noteInWords.ts';
import type { Words } from '../../words/words.ts';

/** What a reader should know besides: what memory adds, and that a machine wrote the summary. Empty when nothing. */
export function remarks({ notes = [], summaryBy }: Story, words: Words): Spans {
  const said = notes.map((note) => noteInWords(note, words));
  if (summaryBy === 'model') said.push(words.say('post.aiSummary'));
  return said.length === 0 ? [] : [span(said.join(' · '))];
}
