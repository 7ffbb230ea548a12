import type { Cue, Lexicon } from './lexicon.ts';
import { lexiconFor } from './languages.ts';
import { type Token, tokens } from './tokens.ts';

export interface Detectable {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
}

/** Where an organisation is named; offsets are UTF-16, half open. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly in: 'title' | 'text';
}

/** A title or a lead as words, the names of organisations standing as `ORG` and numbers as `NUM`. */
export interface Field {
  readonly in: 'title' | 'text';
  readonly words: readonly string[];
  /** Where each word stands in the field; as many as `words`. */
  readonly places: readonly Pick<Token, 'start' | 'end'>[];
  readonly cues: readonly Cue[];
  readonly organisations: readonly Mention[];
}

export interface Reading {
  readonly lexicon: Lexicon;
  readonly title: Field;
  readonly lead: Field;
}

/** An article as detection sees it: words, names and cues. */
export function read({ title, text, language }: Detectable, mentions: readonly Mention[]): Reading {
  const titleTokens = tokens(title);
  const textTokens = tokens(text);
  const lexicon = lexiconFor(language, [...titleTokens, ...textTokens]);
  return {
    lexicon,
    title: field('title', titleTokens, mentions, lexicon),
    lead: field('text', textTokens, mentions, lexicon),
  };
}

function field(
  where: Field['in'],
  found: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Field {
  const organisations = mentions.filter((mention) => mention.in === where);
  const words: string[] = [];
  const places: Pick<Token, 'start' | 'end'>[] = [];
  let next = 0;
  for (const token of found) {
    while ((organisations[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const name = organisations[next];
    if (!name || token.end <= name.start) {
      words.push(/^\p{N}/u.test(token.norm) ? 'NUM' : token.norm);
      places.push(token);
    } else if (places.at(-1)?.start !== name.start) {
      words.push('ORG');
      places.push(name);
    }
  }
  return { in: where, words, places, cues: lexicon.find(words), organisations };
}
