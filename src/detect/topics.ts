import { readFileSync } from 'node:fs';

let known: ReadonlyMap<string, string> | undefined;

/** What a word speaks of – `create`, `device`, `bargain` –, so that what is learnt from one word helps those like it. */
export function topicOf(word: string): string | undefined {
  known ??= new Map(readTopics());
  return known.get(word);
}

function* readTopics(): Generator<[word: string, topic: string]> {
  let topic = '';
  for (const line of readFileSync(new URL('topics/en.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) topic = line.slice(1, -1);
    else for (const word of line.split(' ')) yield [word, topic];
  }
}
