import type { Entity } from './rules.ts';

/**
 * The mentions, commands and addresses that Telegram's server finds by itself in plain text: a reading of the
 * patterns of TDLib's `find_entities`, wider than the original where its list of top-level domains would matter.
 */
const patterns: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['mention', /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{2,32}(?![\p{L}\p{N}_])/gu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ['email', /[a-z0-9_.+-]+@(?:[a-z0-9_-]+\.)+[a-z]{2,6}/giu],
  ['url', /(?:https?|s?ftp|tg|ton):\/\/[^\s<>"«»\u2000-\u200b\u200e-\u206f]{2,}/giu],
  [
    'url',
    /(?:(?:[\w~-]|[^\p{ASCII}\u0080-\u00bf\p{Z}\u2000-\u200b\u200e-\u206f])+\.)+\p{L}[\p{L}\p{M}\p{N}-]+(?:[/?#][^\s<>"«»]*)?/gu,
  ],
  ['url', /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu],
];

/** What the server adds to the entities a bot sent; nothing is looked for inside code and links. */
export function foundEntities(text: string, sent: readonly Entity[]): readonly Entity[] {
  const closed = sent.filter(({ type }) => ['code', 'pre', 'text_link'].includes(type));
  return patterns.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: { length } }) => ({ type, offset: index, length }))
      .filter(
        ({ offset, length }) =>
          !closed.some((one) => offset < one.offset + one.length && one.offset < offset + length),
      ),
  );
}

/** Types a bot may send but the server decides by itself, and links it drops without a word. */
export const keptEntities = (sent: readonly Entity[]): readonly Entity[] =>
  sent.filter(
    ({ type, url }) => !decidedByServer.has(type) && (type !== 'text_link' || isReachable(url ?? '')),
  );

const decidedByServer = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

const isReachable = (url: string): boolean =>
  url.startsWith('tg://') || (URL.parse(url)?.hostname.includes('.') ?? false);
