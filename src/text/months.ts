/** Month names in the languages that are read, from January on; a beginning is enough. */
const names: readonly (readonly string[])[] = [
  ['jan', 'ene', 'янв', '1月', '1월'],
  ['feb', 'fév', 'фев', '2月', '2월'],
  ['mar', 'mär', 'мар', '3月', '3월'],
  ['apr', 'avr', 'abr', 'апр', '4月', '4월'],
  ['may', 'mai', 'май', 'мая', 'мае', '5月', '5월'],
  ['jun', 'juin', 'июн', '6月', '6월'],
  ['jul', 'juil', 'июл', '7月', '7월'],
  ['aug', 'août', 'ago', 'авг', '8月', '8월'],
  ['sep', 'сен', '9月', '9월'],
  ['oct', 'okt', 'окт', '10月', '10월'],
  ['nov', 'ноя', '11月', '11월'],
  ['dec', 'dez', 'déc', 'dic', 'дек', '12月', '12월'],
];
const word =
  /(?<![\p{L}\p{N}])(?:jan(?:uary|uar|vier|v)?|enero|ene|feb(?:ruary|ruar|rero)?|févr(?:ier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|may(?:o)?|mai|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|dez(?:ember)?|déc(?:embre)?|dic(?:iembre)?|январ\p{L}|феврал\p{L}|марта?|апрел\p{L}|ма[йяе]|июн\p{L}|июл\p{L}|август\p{L}?|сентябр\p{L}|октябр\p{L}|ноябр\p{L}|декабр\p{L})(?![\p{L}\p{N}])|\b\d{1,2}(?:月|월)/giu;

/** The months a text names, 1 to 12. */
export function months(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [name] of text.normalize('NFKC').toLowerCase().matchAll(word)) {
    const at = names.findLastIndex((beginnings) =>
      beginnings.some((beginning) => name.startsWith(beginning)),
    );
    if (at >= 0) found.add(at + 1);
  }
  return found;
}
