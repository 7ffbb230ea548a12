import { type Spans, span } from '../../message.ts';
import type { Story, StoryNote } from '../../model.ts';
import type { Words } from '../../words/words.ts';

/** What a reader should know besides: what memory adds, and that a machine wrote the summary. Empty when nothing. */
export function remarks({ notes = [], summaryBy }: Story, words: Words): Spans {
  const said = notes.map((note) => sentence(note, words));
  if (summaryBy === 'model') said.push(words.say('post.aiSummary'));
  return said.length === 0 ? [] : [span(said.join(' · '))];
}

function sentence(note: StoryNote, words: Words): string {
  if (note.is === 'nth-this-quarter')
    return words.say('post.nthThisQuarter', { count: note.count, name: note.name });
  const [a, b] = note.names;
  return words.say('post.firstBetween', { a, b });
}
