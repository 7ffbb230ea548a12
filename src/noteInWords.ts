import type { StoryNote } from './model.ts';
import type { Words } from './words/words.ts';

/** What memory adds to a story, as a line: "First deal between Lumora and Tern". */
export function noteInWords(note: StoryNote, words: Words): string {
  if (note.is === 'nth-this-quarter')
    return words.say('post.nthThisQuarter', { count: note.count, name: note.name });
  const [a, b] = note.names;
  return words.say('post.firstBetween', { a, b });
}
