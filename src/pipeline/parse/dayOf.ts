import { monthOf } from './monthOf.ts';

const dayMs = 86_400_000;

interface Reading {
  /** In `3/4/2026`, whether 3 is the month. */
  readonly monthFirst: boolean;
  /** Whether `Dec 2012` alone is too little. */
  readonly dayNeeded: boolean;
}

/** The day that a date's text names, without its time, as UTC midnight in epoch milliseconds. */
export function dayOf(text: string, reading: Reading): number | undefined {
  return fromNumbers(text, reading) ?? fromWords(text, reading);
}

function fromNumbers(text: string, { monthFirst }: Reading): number | undefined {
  const yearFirst = /(?:^|[^\d])(\d{4})[-/.](\d{1,3})[-/.](\d{1,2})(?![-/.]?\d)/u.exec(text);
  if (yearFirst !== null) return midnight(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /(?:^|[^\d-])(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?![-/.]?\d)/u.exec(text);
  if (yearLast !== null) return fromThree(yearLast, monthFirst);
  return fromIso(text);
}

/** `d.m.y`, `d/m/y`, `m/d/y`, `yy-mm-dd`: whichever the numbers allow. */
function fromThree(match: RegExpExecArray, monthFirst: boolean): number | undefined {
  const [, first = '', separator, second = '', third = ''] = match;
  if (separator === '-' && third.length === 2 && first.length === 2) return midnight(first, second, third);
  const american = Number(first) <= 12 && (Number(second) > 12 || (monthFirst && separator !== '.'));
  return american ? midnight(third, first, second) : midnight(third, second, first);
}

/** ISO 8601's shorter forms; a `t` may follow. */
function fromIso(text: string): number | undefined {
  const week = /^(?:[a-z]{3},? )?(\d{4})-?w(\d{2})(?:-?([1-7]))?t?$/u.exec(text.trim());
  if (week !== null) return dayOfWeek(week[1], week[2], week[3]);
  const date = /^(?:[a-z]{3},? )?(-?[\d-]+)t?$/u.exec(text.trim())?.[1];
  if (date === undefined) return undefined;
  const digits = date.replaceAll('-', '');
  const form = date.replace(/\d/gu, 'n');
  if (form === 'nnnn') return midnight(digits, '1', '1');
  if (form === 'nnnn-nn' || form === 'nnnn-nn-') return midnight(digits.slice(0, 4), digits.slice(4), '1');
  if (form === 'nnnnnnnn') return midnight(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (form === 'nnnnnn') return midnight(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
  if (form === '-nnnn' || form === '-nn-nn') return midnight(digits.slice(0, 2), digits.slice(2), '1');
  if (form === 'nnnn-nnn' || form === 'nnnnnnn') return dayOfYear(digits.slice(0, 4), digits.slice(4));
  if (form === 'nn-nnn' || form === 'nnnnn') return dayOfYear(digits.slice(0, 2), digits.slice(2));
  return undefined;
}

/** Week 1 is the one with January 4th in it; weeks begin on Monday. */
function dayOfWeek(year = '', week = '', day = '1'): number | undefined {
  const anchor = midnight(year, '1', '4');
  if (anchor === undefined || Number(week) < 1 || Number(week) > 53) return undefined;
  const monday = anchor - ((new Date(anchor).getUTCDay() + 6) % 7) * dayMs;
  return monday + ((Number(week) - 1) * 7 + Number(day) - 1) * dayMs;
}

function dayOfYear(year: string, day: string): number | undefined {
  const start = midnight(year, '1', '1');
  const length = midnight(year, '12', '31');
  if (start === undefined || length === undefined) return undefined;
  const found = start + (Number(day) - 1) * dayMs;
  return Number(day) >= 1 && found <= length ? found : undefined;
}

/** A month's name among numbers, in any order: `Thu, 01 Jan 2004`, `January 1st, 2004`, `2004-július-13`. */
function fromWords(text: string, { dayNeeded }: Reading): number | undefined {
  const months = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)]
    .map(([word]) => monthOf(word))
    .filter((month) => month !== undefined);
  // A weekday may look like a month ("mar." is Tuesday in French): the name nearer to the year counts.
  const month = months.at(-1);
  if (month === undefined) return undefined;
  const numbers = [...text.matchAll(/\d+/gu)].map(([digits]) => digits);
  const year = numbers.find((digits) => digits.length === 4) ?? numbers[1];
  if (year === undefined || numbers.length > 2) return undefined;
  const day = numbers.find((digits, index) => digits.length <= 2 && (digits !== year || index === 0));
  if (day === undefined && dayNeeded) return undefined;
  return midnight(year, String(month), day ?? '1');
}

/** Undefined unless the calendar has that day. Year 1 is how Go writes "no date". */
function midnight(year = '', month = '', day = ''): number | undefined {
  const written = Number(year);
  const full = year.length > 2 ? written : written + (written < 70 ? 2000 : 1900);
  if (full <= 1 || full > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(full, Number(month) - 1, Number(day));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.getTime() : undefined;
}
