/** A date's text taken apart: the time of day and its zone, and what is written around them. */
export interface WrittenTime {
  readonly before: string;
  readonly after: string;
  /** Since midnight; undefined when no time is written. */
  readonly milliseconds: number | undefined;
  /** Minutes from UTC when written in numbers, else the zone's name; empty when there is none. */
  readonly zone: number | string;
  /** Written as Americans write: with am/pm, or in a zone of theirs. */
  readonly isAmerican: boolean;
}

const clock =
  /(?<![\d:+-])(\d{1,2})(?::| ?h ?)(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?(?::00\b)?(?![\d]|:\d)|(?<=\dt)(\d{2})(\d{2})?(\d{2})?(?:[.,](\d{1,9}))?(?!\d|:)/u;
const afternoon = /\s*(?:\bp\.?m\b\.?|오후|下午|午後)/u;
const forenoon = /\s*(?:\ba\.?m\b\.?|오전|上午|午前)/u;

/** Undefined when a time is written that no clock shows. */
export function timeOf(text: string): WrittenTime | undefined {
  const isAfternoon = afternoon.test(text) || /\d{2}pm\b/u.test(text);
  const isForenoon = forenoon.test(text) || /\d{2}am\b/u.test(text);
  const plain = text
    .replace(/(\d)([ap]m)\b/u, '$1 $2')
    .replace(afternoon, ' ')
    .replace(forenoon, ' ');
  const found = clock.exec(plain);
  if (found === null) return /\d:/u.test(plain) ? undefined : withoutTime(plain);
  const hour = Number(found[1] ?? found[5]);
  const minute = Number(found[2] ?? found[6] ?? 0);
  const second = Number(found[3] ?? found[7] ?? 0);
  const milliseconds = Math.floor(Number(`0.${found[4] ?? found[8] ?? 0}`) * 1000);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const twelve = isAfternoon && hour < 12 ? 12 : isForenoon && hour === 12 ? -12 : 0;
  // Clocks of computers have no leap second.
  const seconds = ((hour + twelve) * 60 + minute) * 60 + Math.min(second, 59);
  const rest = zoneOf(plain.slice(0, found.index), plain.slice(found.index + found[0].length));
  // A zone that cannot be read: better no date than one that is hours off.
  if (/^\s*[+-]|^\p{L}/u.test(rest.after)) return undefined;
  const isAmerican =
    isAfternoon || isForenoon || (typeof rest.zone === 'string' && /^[ecmp][sd]?t$/u.test(rest.zone));
  return { ...rest, milliseconds: seconds * 1000 + milliseconds, isAmerican };
}

function withoutTime(text: string): WrittenTime {
  const trailing = trailingZone.exec(text);
  return {
    before: text.slice(0, trailing?.index),
    after: '',
    milliseconds: undefined,
    zone: trailing === null ? '' : offsetOf(trailing),
    isAmerican: false,
  };
}

const numericZone =
  /^[\s:]*(?:gmt|utc?|z|[a-z]{3,4}(?=[+-]| [+-]\d{4}))?\s?[+-]{1,2}\s?(\d{1,2}):?(\d{2})?(?::?00)?\s?z?(?![\d:\p{L}])(?: [a-z]{3,4}$)?/u;
const namedZone =
  /^[\s,.-]*(?:etc\/)?([a-z]+(?:[_-][a-z]+)*(?:\/[a-z]+(?:[_-][a-z]+)*)+|[a-z]{3}\d[a-z]{3}|[a-z]{1,5})(?![\p{L}\d])/u;
/** Where the date stands between the time and its zone, or no time is written at all. */
const trailingZone = /\s[+-](\d{2}):?(\d{2})$/u;

function zoneOf(before: string, after: string): Pick<WrittenTime, 'before' | 'after' | 'zone'> {
  const numeric = numericZone.exec(after);
  if (numeric !== null) return { before, after: after.slice(numeric[0].length), zone: offsetOf(numeric) };
  const named = namedZone.exec(after);
  if (named !== null) return { before, after: after.slice(named[0].length), zone: named[1] ?? '' };
  const trailing = trailingZone.exec(after);
  if (trailing !== null) return { before, after: after.slice(0, trailing.index), zone: offsetOf(trailing) };
  return { before, after, zone: '' };
}

/** Minutes; NaN for a zone that no clock shows. Farther from UTC than any place is read as UTC. */
function offsetOf([written, hours = '', minutes = '0']: RegExpExecArray): number {
  const offset = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 24 || Number(minutes) > 59) return Number.NaN;
  const signed = /[+-](?=\s?\d)/u.exec(written)?.[0] === '-' ? -offset : offset;
  return signed < -12 * 60 || signed > 14 * 60 ? 0 : signed;
}
