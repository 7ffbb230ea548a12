import { IntlMessageFormat } from 'intl-messageformat';
import { type Span, type Spans, span } from '../message.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** The catalogues: ICU MessageFormat by key, where `<b>` and `<code>` are the only tags. */
export const catalogues = { en, de, es, fr, zh, ja } as const;

export type Spoken = keyof typeof catalogues;
export type Key = keyof typeof en;

/** The languages of the interface; English stands in for all others. */
export const spoken = Object.keys(catalogues) as readonly Spoken[];

export const isKey = (name: string): name is Key => Object.hasOwn(en, name);

export type Values = Readonly<Record<string, string | number | Span | Spans>>;

/** How the bot speaks to one chat: its language, its clock, its way of writing numbers and lists. */
export interface Words {
  readonly language: Spoken;
  readonly timeZone: string;
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  /** The same with its styles; values may be styled text themselves. */
  spans(key: Key, values?: Values): Spans;
  number(value: number): string;
  percent(share: number): string;
  list(names: readonly string[]): string;
  alternatives(names: readonly string[]): string;
  date(at: number): string;
  moment(at: number): string;
  /** How long ago, or in how long: "3 hours ago", "in 2 days". */
  relative(at: number, now: number): string;
}

/** The language that a platform's tag (`de`, `en-US`, `zh-TW`) asks for, if it is spoken here. */
export const spokenIn = (tag: string | undefined): Spoken | undefined =>
  spoken.find((language) => language === tag?.toLowerCase().split(/[-_]/u)[0]);

const compiled = new Map<string, IntlMessageFormat>();

function message(language: Spoken, key: Key): IntlMessageFormat {
  const name = `${language}/${key}`;
  const known = compiled.get(name);
  if (known) return known;
  const catalogue: Readonly<Partial<Record<Key, string>>> = catalogues[language];
  const made = new IntlMessageFormat(catalogue[key] ?? en[key], language);
  compiled.set(name, made);
  return made;
}

const tags = {
  b: (parts: readonly unknown[]): Span => span(parts.join(''), { bold: true }),
  code: (parts: readonly unknown[]): Span => span(parts.join(''), { code: true }),
};
const untagged = {
  b: (parts: readonly unknown[]): string => parts.join(''),
  code: (parts: readonly unknown[]): string => parts.join(''),
};

export function words(language: Spoken, timeZone = 'UTC'): Words {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium' });
  const minute = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  return {
    language,
    timeZone,
    say: (key, values = {}) => String(message(language, key).format({ ...untagged, ...values })),
    spans(key, values = {}) {
      const parts = message(language, key).format<Span | Spans>({ ...tags, ...values });
      return [parts].flat(2).map((part) => (typeof part === 'object' ? part : span(part)));
    },
    number: (value) => new Intl.NumberFormat(language).format(value),
    percent: (share) => new Intl.NumberFormat(language, { style: 'percent' }).format(share),
    list: (names) => list.format(names),
    alternatives: (names) => either.format(names),
    date: (at) => day.format(at),
    moment: (at) => minute.format(at),
    relative(at, now) {
      const minutes = Math.round((at - now) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / 1_440), 'day');
    },
  };
}
