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
  if (found === null) {
    return /\d:/u.test(plain)
      ? undefined
      : { ...zoneOf(plain, ''), milliseconds: undefined, isAmerican: false };
  }
  const hour = Number(found[1] ?? found[5]);
  const minute = Number(found[2] ?? found[6] ?? 0);
  const second = Number(found[3] ?? found[7] ?? 0);
  const milliseconds = Math.floor(Number(`0.${found[4] ?? found[8] ?? 0}`) * 1000);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const twelve = isAfternoon && hour < 12 ? 12 : isForenoon && hour === 12 ? -12 : 0;
  // Clocks of computers have no leap second.
  const seconds = ((hour + twelve) * 60 + minute) * 60 + Math.min(second, 59);
  const rest = zoneOf(plain.slice(0, found.index), plain.slice(found.index + found[0].length));
  const isAmerican =
    isAfternoon || isForenoon || (typeof rest.zone === 'string' && /^[ecmp][sd]?t$/u.test(rest.zone));
  return { ...rest, milliseconds: seconds * 1000 + milliseconds, isAmerican };
}

const numericZone =
  /^[\s:]*(?:gmt|utc?|z|[a-z]{3,4}(?=[+-]| [+-]\d{4}))?\s?[+-]{1,2}\s?(\d{1,2}):?(\d{2})?(?::?00)?(?!\d)\s?z?(?: [a-z]{3,4}$)?/u;
const namedZone =
  /^[\s,.-]*(?:etc\/)?([a-z]+(?:[_-][a-z]+)*(?:\/[a-z]+(?:[_-][a-z]+)*)+|[a-z]{1,5})(?![\p{L}\d])/u;

function zoneOf(before: string, after: string): Pick<WrittenTime, 'before' | 'after' | 'zone'> {
  const numeric = numericZone.exec(after);
  if (numeric !== null) {
    const sign = /[+-](?=\s?\d)/u.exec(numeric[0])?.[0] === '-' ? -1 : 1;
    const minutes = offsetMinutes(numeric[1] ?? '', numeric[2]);
    return { before, after: after.slice(numeric[0].length), zone: sign * minutes };
  }
  const named = namedZone.exec(after);
  if (named !== null) return { before, after: after.slice(named[0].length), zone: named[1] ?? '' };
  return { before, after, zone: '' };
}

/** Farther from UTC than any place is (−12 to +14) is a mistake, and read as UTC. */
function offsetMinutes(hours: string, minutes = '0'): number {
  const offset = Number(hours) * 60 + Number(minutes);
  return offset > 14 * 60 ? 0 : offset;
}
