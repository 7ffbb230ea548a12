/** A name as it stands in a picture: one or two lines, and the room they take. Lengths are in pixels. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const longestLine = 7.2;
const longestCut = 8;
const lineHeight = 1.18;

/** Breaks a name at a space, or between CJK characters, when one line is too long, and cuts what does not fit two. */
export function label(name: string, fontSize: number): Label {
  const lines = broken(name.trim());
  return {
    lines,
    width: widest(lines) * fontSize,
    height: lines.length * fontSize * lineHeight,
  };
}

function broken(name: string): readonly string[] {
  if (ems(name) <= longestLine) return [name];
  const characters = [...new Intl.Segmenter('und').segment(name)].map(({ segment }) => segment);
  const halves = characters
    .flatMap((character, at) => (at > 0 && mayBreak(characters[at - 1] ?? '', character) ? [at] : []))
    .map((at) => [characters.slice(0, at).join('').trim(), characters.slice(at).join('').trim()] as const);
  const balanced = halves.toSorted((a, b) => widest(a) - widest(b))[0];
  if (balanced && widest(balanced) <= longestCut) return balanced;
  // Too long for two lines: the first is filled, so that only the end is missing.
  const filled = halves.findLast(([first]) => ems(first) <= longestLine);
  return (filled ?? [name]).map((line) => fitted(line, longestCut));
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map(ems));

const isWide = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\u3000-\u30ff\uff00-\uff60]/u.test(character);

const mayBreak = (before: string, after: string): boolean =>
  /[\s/-]$/u.test(before) ||
  (isWide(before) && isWide(after) && !/[ー々・、。ァィゥェォャュョッ]/u.test(after));

/** The longest beginning within `max` ems, ending in "…" when something was cut. */
export function fitted(text: string, max: number): string {
  if (ems(text) <= max) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    if (ems(kept + segment) > max - 0.8) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** About how wide a text is in Noto Sans, in units of the font size. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text) {
    if (isWide(character)) width += 1;
    else if (/[iIlj.,:;'|!() ]/u.test(character)) width += 0.3;
    else if (/[mwMW@&%…]/u.test(character)) width += 0.87;
    else if (/[\p{Lu}\p{Script=Cyrillic}\d]/u.test(character)) width += 0.64;
    else width += 0.56;
  }
  return width;
}
