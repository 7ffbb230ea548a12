/** A month's name, long or short, in any language feeds are written in → 1–12. */
export function monthOf(word: string): number | undefined {
  const name = plain(word);
  if (name.length < 3) return undefined;
  const english = months.findIndex(
    (month) => month.startsWith(name) || (name === 'sept' && month === 'september'),
  );
  return english >= 0 ? english + 1 : foreignMonth(name);
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const locales =
  'de de-AT fr es it pt nl sv nb da fi is et lv lt pl cs sk sl hu ro bg ru uk el tr id ms ca eu gl vi sr be mk ar he hi th'.split(
    ' ',
  );

let foreign: ReadonlyMap<string, number> | undefined;

function foreignMonth(name: string): number | undefined {
  // ICU knows them all, but takes a while to say so: only dates in other languages pay for it.
  foreign ??= foreignNames();
  const exact = foreign.get(name);
  if (exact !== undefined || name.length < 4) return exact;
  for (const [known, month] of foreign) {
    if (known.startsWith(name)) return month;
  }
  return undefined;
}

function foreignNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      // With a day beside it the month stands in the case that dates use: "5 июля", not "июль".
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, {
          month: style,
          timeZone: 'UTC',
          ...(day && { day }),
        });
        for (let month = 1; month <= 12; month += 1) {
          const part = format
            .formatToParts(Date.UTC(2001, month - 1, 15))
            .find(({ type }) => type === 'month');
          const name = plain(part?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
    }
  }
  return names;
}

/** Without case, accents and full stops, which publishers leave out. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
