import { capitalRegions, type Confirmed } from './capitalRegions.ts';
import { type Scan, scan } from './scan.ts';
import type { Region, Span } from './region.ts';
import { wideRegions } from './wideRegions.ts';
import { type Frames, framesFor } from './wordLists.ts';

/** A field with the regions in which names stand. */
export interface Field {
  readonly scan: Scan;
  readonly regions: readonly Region[];
}

export interface Fields {
  readonly frames: Frames;
  readonly title: Field;
  readonly text: Field;
}

const withoutSpaces = new Set(['zh', 'ja', 'ko']);
const readable = 2_000;

export function fieldsOf(item: { readonly title: string; readonly text: string }, language: string): Fields {
  const frames = framesFor(language);
  const title = scan('title', item.title.slice(0, readable), frames);
  const text = scan('text', item.text.slice(0, readable), frames);
  if (withoutSpaces.has(language))
    return {
      frames,
      title: { scan: title, regions: wideRegions(title, frames) },
      text: { scan: text, regions: wideRegions(text, frames) },
    };
  // Whichever field is in sentence case says which capitals are names in the other.
  const [clear, vague] = title.titleCase ? [text, title] : [title, text];
  const clearRegions = capitalRegions(clear, frames, new Map());
  const vagueRegions = capitalRegions(vague, frames, confirmedBy(clear, clearRegions));
  const [titleRegions, textRegions] = title.titleCase
    ? [vagueRegions, clearRegions]
    : [clearRegions, vagueRegions];
  return {
    frames,
    title: { scan: title, regions: titleRegions },
    text: { scan: text, regions: textRegions },
  };
}

function confirmedBy({ words }: Scan, regions: readonly Region[]): Confirmed {
  const found = new Map<string, { words: string[]; value: true }[]>();
  for (const { spans } of regions) {
    const span = spans[0];
    const first = span && words[span.from];
    if (!first || first.first) continue;
    const norms = words.slice(span.from, span.to).map(({ norm }) => norm);
    const shelf = found.get(first.norm);
    if (shelf) shelf.push({ words: norms, value: true });
    else found.set(first.norm, [{ words: norms, value: true }]);
  }
  for (const shelf of found.values()) shelf.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** The text of a span as the item has it. */
export function written({ source, words }: Scan, { from, to }: Span): string {
  const first = words[from];
  const last = words[to - 1];
  return first && last ? source.slice(first.start, last.end) : '';
}
