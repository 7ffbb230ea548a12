import { validate } from 'node-cron';
import type { QuietHours, When } from '../manner.ts';
import { type Spoken, spoken, type Words } from '../words/words.ts';

export type WhenRead = { readonly ok: true; readonly when: When } | { readonly ok: false };

const no: WhenRead = { ok: false };
const digest = (cron: string): WhenRead => ({ ok: true, when: { is: 'digest', cron } });

/** What people say for it, in the languages of the interface. */
const sayings = {
  instant:
    /^(?:instant(?:ly)?|now|at once|sofort|al instante|ahora|tout de suite|immédiatement|立即|即时|すぐ|即時)$/u,
  hourly: /^(?:hourly|every hour|stündlich|jede stunde|cada hora|toutes les heures|每小时|毎時)$/u,
  hours:
    /^(?:every|alle|cada|toutes les|每|)\s*(\d{1,2})\s*(?:hours?|h|stunden|horas|heures|小时|個?小時|時間ごと|時間)$/u,
  weekday:
    /(?:weekdays?|workdays?|werktags?|werktäglich|jeden werktag|d[ií]as? laborables?|entre semana|jours? ouvrables?|jours? ouvrés?|en semaine|工作日|平日)/u,
  weekend: /(?:weekends?|wochenenden?|fin(?:es)? de semana|week-ends?|周末|週末)/u,
  daily:
    /(?:daily|every day|each day|täglich|jeden tag|cada día|diario|diariamente|todos los días|tous les jours|chaque jour|quotidien|每天|每日|毎日)/u,
} as const;

/**
 * Reads when posts shall go out: `instant`, `hourly`, `every 6 hours`, `daily 9:00 and 18:00`, `every weekday 9:00`,
 * `monday, thursday 8.30`, the same in the other languages of the interface, or a cron expression of five fields.
 */
export function readWhen(written: string): WhenRead {
  const text = written.trim().toLowerCase().normalize('NFKC');
  if (sayings.instant.test(text)) return { ok: true, when: { is: 'instant' } };
  if (/^[\d*/,\- ]+$/u.test(text) && text.split(/\s+/u).length === 5)
    return validate(text) ? digest(text) : no;
  if (sayings.hourly.test(text)) return digest('0 * * * *');
  const every = Number(sayings.hours.exec(text)?.[1] ?? 0);
  if (every > 0) return 24 % every === 0 ? digest(every === 24 ? '0 9 * * *' : `0 */${every} * * *`) : no;
  const times = [...text.matchAll(time)].flatMap((match) => timeOf(match) ?? []);
  const [first] = times;
  const days = daysIn(text);
  // "9" alone could be anything; a day without an hour is meant for the morning.
  if (!first) return days === undefined ? no : digest(`0 9 * * ${days}`);
  if (times.some(({ minute }) => minute !== first.minute)) return no;
  const hours = [...new Set(times.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  return digest(`${first.minute} ${hours.join(',')} * * ${days ?? '*'}`);
}

const time = /(?<![\d:.])(\d{1,2})(?:[:.h時点](\d{2})?)?\s*(?:uhr|点|時)?\s*(am|pm)?(?![\d:.])/gu;

function timeOf([, hours, minutes = '0', half]: RegExpExecArray) {
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? { hour, minute: Number(minutes) } : undefined;
}

/** Days of the week as cron writes them, `*` for all; nothing when the text names none. */
function daysIn(text: string): string | undefined {
  if (sayings.weekday.test(text)) return '1-5';
  if (sayings.weekend.test(text)) return '0,6';
  const named = new Set(
    spoken.flatMap((language) =>
      weekdays(language).flatMap((names, day) => (names.some((name) => text.includes(name)) ? [day] : [])),
    ),
  );
  if (named.size > 0) return [...named].toSorted((a, b) => a - b).join(',');
  return sayings.daily.test(text) ? '*' : undefined;
}

/** 4 January 1970 was a Sunday. */
const sundayAt = (day: number): Date => new Date(Date.UTC(1970, 0, 4 + day));

const weekdays = (language: Spoken): readonly (readonly string[])[] =>
  Array.from({ length: 7 }, (_, day) => {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
      .format(sundayAt(day))
      .toLowerCase();
    return language === 'zh' ? [name, name.replace('星期', '周')] : [name];
  });

/** Says when posts go out, in words where there are any for it. */
export function whenInWords(when: When | undefined, words: Words): string {
  if (!when || when.is === 'instant') return words.say('when.instant');
  const [, minute, hours, days] = /^(\d+) ([\d,]+) \* \* ([\d,*]+|1-5)$/u.exec(when.cron) ?? [];
  const [, step] = /^0 \*(?:\/(\d+))? \* \* \*$/u.exec(when.cron) ?? [];
  if (when.cron === '0 * * * *') return words.say('when.hourly');
  if (step !== undefined) return words.say('when.hours', { hours: Number(step) });
  if (minute === undefined || hours === undefined) return words.say('when.cron', { cron: when.cron });
  const times = words.list(hours.split(',').map((hour) => clock(hour, minute, words)));
  if (days === '*') return words.say('when.daily', { times });
  if (days === '1-5') return words.say('when.weekdays', { times });
  const name = new Intl.DateTimeFormat(words.language, { weekday: 'long', timeZone: 'UTC' });
  const named = (days ?? '').split(',').map((day) => name.format(sundayAt(Number(day) % 7)));
  return words.say('when.days', { days: words.list(named), times });
}

const clock = (hour: string, minute: string, { language }: Words): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, 1, Number(hour), Number(minute)),
  );

/** Says from when to when nothing is posted. */
export const quietInWords = ({ from, to }: QuietHours, words: Words): string =>
  [from, to]
    .map((at) => at.split(':'))
    .map(([hour = '0', minute = '0']) => clock(hour, minute, words))
    .join(' – ');

/** Reads `22:00-7:00` or `22-7`. */
export function readQuietHours(written: string): QuietHours | undefined {
  const [, ...parts] =
    /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:-|–|to|bis|a|à|〜|~|到)\s*(\d{1,2})(?:[:.h](\d{2}))?$/iu.exec(
      written.trim(),
    ) ?? [];
  const [fromHour, fromMinute = '00', toHour, toMinute = '00'] = parts;
  if (fromHour === undefined || toHour === undefined) return undefined;
  if (
    [fromHour, toHour].some((hour) => Number(hour) > 23) ||
    [fromMinute, toMinute].some((minute) => Number(minute) > 59)
  )
    return undefined;
  const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  return from === to ? undefined : { from, to };
}
