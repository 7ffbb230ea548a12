import { meanings } from './meanings.ts';

/** What else people write for it, in the languages of the interface. */
const nothing = /^(?:-|none|off|keine?|aus|ningun[oa]|aucune?|无|なし|)$/u;

let noes: ReadonlyMap<string, string> | undefined;

/** Whether what was written takes a setting back, or answers "yes or no" with no. */
export function isNothing(written: string): boolean {
  const text = written.trim().toLowerCase();
  noes ??= meanings(['no'], (_, words) => words.say('fields.no'));
  return nothing.test(text) || noes.has(text);
}
