/**
 * Where Discord would read markup: emphasis, code, spoilers, links, `<@…>`, `<#…>`, `<t:…>` and emoji anywhere;
 * headings, quotes and lists at the start of a line. A bare URL is broken too, so that only we make links, and
 * `](` is, because Discord looks for the last one.
 */
const markup =
  /[\\*_~|`<[\]]|(?<=\])\(|@(?=everyone|here)|:(?=\/\/|[\p{L}\p{N}_+~-]+:)|(?<=^[^\S\n]*)[#>+-]|(?<=^[^\S\n]*\d+)\./gmu;

/** Offsets in a text that need a backslash for Discord to show it as it is. */
export const markupOffsets = (text: string): ReadonlySet<number> =>
  new Set(text.matchAll(markup).map(({ index }) => index));

/** Control characters and direction overrides could repaint what follows: only newlines survive. */
export const clean = (text: string): string =>
  text.replaceAll(/\r\n?/gu, '\n').replaceAll(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');

/**
 * An address that Discord accepts in embeds and masked links, or nothing: http(s), at most 2048 characters,
 * a host with a dot (Discord calls others "not a well formed URL" and refuses the whole message).
 */
export function linkable(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || !/[.:]/u.test(url.hostname)) return undefined;
  // These would end the masked link, or the bold text around it, too early.
  const href = url.href.replaceAll(
    /[()*\\|`]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return href.length > 2_048 ? undefined : href;
}
