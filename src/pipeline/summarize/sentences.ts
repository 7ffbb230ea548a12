const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/** Ends that look like the end of a sentence to the segmenter and are none. */
const abbreviation =
  /(?:^|[\s(“"'])(?:inc|corp|ltd|co|cos|bros|dr|mr|mrs|ms|prof|st|no|nos|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|u\.n|e\.u|d\.c|a\.m|p\.m|e\.g|i\.e|approx|est|gen|sen|rep|gov|fig|al|z\.\s?b|d\.\s?h|u\.\s?a|mio|mrd|bzw|ca|nr|str|abs|vgl|ggf|inkl|exkl|sog|m|mm|mme|mlle|env|art|sr|sra|srta|dra|ee|uu|pág|núm|aprox|тыс|млн|млрд|руб|г|гг|им|т\.\s?е|т\.\s?д|\p{Lu})\.\s*$/iu;
/** German writes "5. Mai", and the segmenter ends a sentence there. */
const ordinal = /(?:^|\s)\d{1,2}\.\s*$/u;
const closed = /[.!?。！？]["'”’»」』)\]）]*$/u;
const cutOff = /(?:\.{3}|…|\[\s*(?:\.{3}|…)\s*\]|[-–—:,;])["'”’»」』)\]）]*\.?$/u;

const longestRead = 12_000;

/** The whole sentences of a text in order; paragraphs are lines, and no sentence reaches over one. */
export function sentences(text: string): string[] {
  return text
    .slice(0, longestRead)
    .split(/\n+/u)
    .flatMap(ofParagraph)
    .map((sentence) => sentence.replaceAll(/\s+/gu, ' ').trim())
    .filter(isWhole);
}

function ofParagraph(paragraph: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const before = found.at(-1);
    const goesOn =
      before !== undefined && (abbreviation.test(before) || ordinal.test(before) || isLower(segment));
    if (goesOn) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

/** No sentence begins with a small letter, but for names such as "iPhone". */
const isLower = (segment: string): boolean => /^\p{Ll}(?!\p{Lu})/u.test(segment);

/** Feeds cut leads in the middle of a word; half a sentence is worse than none. */
const isWhole = (sentence: string): boolean => closed.test(sentence) && !cutOff.test(sentence);
