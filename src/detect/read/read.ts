import { type Field as Named, fieldsOf } from '../names/candidates.ts';
import { type Mention, mentionsOf } from '../names/mentions.ts';
import type { Word } from '../names/scan.ts';
import type { Frames } from '../names/wordLists.ts';
import { lexiconFor } from './languages.ts';
import type { Cue, Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

export interface Detectable {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
}

/** A title or a lead as words, the names of organisations standing as `ORG` and numbers as `NUM`. */
export interface Field {
  readonly in: 'title' | 'text';
  readonly words: readonly string[];
  /** What each word does in a sentence: `ORG`, `NAME` for what may be one, the class of a frame, or nothing; as many as `words`. */
  readonly classes: readonly string[];
  /** Where each word stands in the field; as many as `words`. */
  readonly places: readonly Pick<Token, 'start' | 'end'>[];
  /** The sentence each word stands in, from 0; as many as `words`. */
  readonly sentences: readonly number[];
  /** The mention that stands there, if one does; as many as `words`. */
  readonly names: readonly (Mention | undefined)[];
  readonly cues: readonly Cue[];
  readonly organisations: readonly Mention[];
}

export interface Reading {
  readonly lexicon: Lexicon;
  readonly title: Field;
  readonly lead: Field;
}

/** An article as detection sees it: words, names and cues. */
export function read(article: Detectable): Reading {
  const lexicon = lexiconFor(article.language, `${article.title} ${article.text}`);
  const { frames, title, text } = fieldsOf(article, lexicon.language);
  return { lexicon, title: field(title, frames, lexicon), lead: field(text, frames, lexicon) };
}

/** "Tie-up" and "tie up" are read alike. */
const isHyphen = ({ norm, glued }: Word, next: Word | undefined): boolean =>
  (norm === '-' || norm === '‑') && glued && next?.glued === true;

/** "Northwind-backed": says what the name has to do with what follows. */
const isCompound = (words: readonly Word[], at: number, name: Mention | undefined): boolean =>
  name?.to === at - 1 && words[at]?.shape === 'lower' && isHyphen(words[at - 1] as Word, words[at]);

function field(named: Named, frames: Frames, lexicon: Lexicon): Field {
  const mentions = mentionsOf(named, frames);
  const words: string[] = [];
  const classes: string[] = [];
  const places: Pick<Token, 'start' | 'end'>[] = [];
  const sentences: number[] = [];
  const names: (Mention | undefined)[] = [];
  let next = 0;
  for (const [at, word] of named.scan.words.entries()) {
    while ((mentions[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const name = mentions[next];
    const inside = name !== undefined && name.from <= at;
    if ((inside && name.sure && name.from < at) || isHyphen(word, named.scan.words[at + 1])) continue;
    if (inside && name.sure) {
      words.push(name.product ? 'PROD' : 'ORG');
      places.push(name);
    } else {
      words.push(word.shape === 'number' ? 'NUM' : word.norm);
      places.push(word);
    }
    classes.push(
      inside
        ? name.product
          ? 'PROD'
          : name.sure
            ? 'ORG'
            : 'NAME'
        : isCompound(named.scan.words, at, mentions[next - 1] ?? mentions.at(-1))
          ? 'compound'
          : word.place && word.class === ''
            ? 'PLACE'
            : word.class,
    );
    sentences.push(word.sentence);
    names.push(inside ? name : undefined);
  }
  return {
    in: named.scan.in,
    words,
    classes,
    places,
    sentences,
    names,
    cues: lexicon.find(words),
    organisations: mentions,
  };
}
