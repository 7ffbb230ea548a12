/** What a reader sees of a text written in Discord's markdown, and what it does besides being read. */
export interface Shown {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** Everything else that is not plain text: bold, italic, code, spoiler, heading, list, quote, mention, emoji … */
  readonly effects: readonly string[];
}

/** In the order in which Discord's client tries them; each is anchored where reading has arrived. */
const rules: readonly (readonly [string, RegExp])[] = [
  ['heading', /^ *#{1,3}\s+(?<inner>[^\n]*)/u],
  ['subtext', /^ *-#\s+(?<inner>[^\n]*)/u],
  ['quote', /^ *>>> +(?<inner>[\s\S]*)|^ *> +(?<line>[^\n]*)/u],
  ['list', /^ *(?:[*+-]|\d+\.) +(?=\S)/u],
  ['escape', /^\\(?<char>[^0-9A-Za-z\s])/u],
  ['autolink', /^<(?:https?:\/\/|mailto:|tel:|[^@\s>]+@)[^\s>]+>/u],
  ['url', /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/u],
  [
    'link',
    /^\[(?<label>(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?(?<href>(?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/u,
  ],
  ['mention', /^(?:@everyone|@here|<@[!&]?\d+>|<#\d+>|<id:\w+>|<\/[^:>]+:\d+>)/u],
  ['timestamp', /^<t:-?\d+(?::[tTdDfFR])?>/u],
  ['emoji', /^(?:<a?:\w+:\d+>|:[\p{L}\p{N}_+~-]+:)/u],
  ['codeblock', /^```(?:[a-z0-9_+\-.#]+?\n)?\n*(?<inner>[^\n][\s\S]*?)\n*```/iu],
  ['code', /^(?<fence>`+)(?<inner>[\s\S]*?[^`])\k<fence>(?!`)/u],
  ['spoiler', /^\|\|(?<inner>[\s\S]+?)\|\|/u],
  ['bold', /^\*\*(?<inner>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u],
  ['underline', /^__(?<inner>(?:\\[\s\S]|[^\\])+?)__(?!_)/u],
  ['strike', /^~~(?<inner>[^\n]+?)~~(?!_)/u],
  [
    'italic',
    /^\*(?=\S)(?<inner>(?:\*\*|\\[\s\S]|[^\\*])+?)\*(?!\*)|^\b_(?<line>(?:__|\\[\s\S]|[^\\_])+?)_\b/u,
  ],
];
const atLineStart = new Set(['heading', 'subtext', 'quote', 'list']);

/**
 * Reads markdown as Discord's client does: rules after discord-markdown (MIT) and simple-markdown, which it builds on,
 * with the greedy reading of links that makes forging easiest.
 */
export function shown(markdown: string, isInline = false): Shown {
  const links: { text: string; href: string }[] = [];
  const effects: string[] = [];
  let text = '';
  const add = (inner: string) => {
    const read = shown(inner);
    links.push(...read.links);
    effects.push(...read.effects);
    text += read.text;
  };
  let rest = markdown;
  while (rest !== '') {
    const isLineStart = !isInline && (text === '' || text.endsWith('\n'));
    const [name, match] = firstMatch(rest, isLineStart);
    if (!match) {
      text += rest[0];
      rest = rest.slice(1);
      continue;
    }
    rest = rest.slice(match[0].length);
    const { char, label, href, inner, line, fence } = match.groups ?? {};
    if (char !== undefined) text += char;
    else if (label !== undefined && /^https?:\/\//u.test(href ?? '')) {
      const read = shown(label, true);
      links.push({ text: read.text, href: href ?? '' });
      effects.push(...read.effects);
      text += read.text;
    } else {
      effects.push(name);
      if (fence !== undefined) text += (inner ?? '').replaceAll(/^ (?= *`)|(?<=` *) $/gu, '');
      else add(inner ?? line ?? (name === 'list' ? '' : match[0].slice(1)));
    }
  }
  return { text: text.replaceAll('\u200b', ''), links, effects };
}

function firstMatch(rest: string, isLineStart: boolean): readonly [string, RegExpExecArray | undefined] {
  for (const [name, pattern] of rules) {
    if (atLineStart.has(name) && !isLineStart) continue;
    const match = pattern.exec(rest);
    if (match) return [name, match];
  }
  return ['', undefined];
}
