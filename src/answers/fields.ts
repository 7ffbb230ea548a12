import type { Newsroom } from '../command.ts';
import { formats } from '../manner.ts';
import { kinds, stages, type Subscription } from '../model.ts';
import { readWordFilter } from '../wordFilter.ts';
import type { Key, Words } from '../words/words.ts';
import { isNothing } from './isNothing.ts';
import { listed } from './lists.ts';
import { meanings, type Name } from './meanings.ts';
import { timeZoneOf } from './timeZoneOf.ts';
import { quietInWords, readQuietHours, readWhen, whenInWords } from './when.ts';

export type Changed =
  | { readonly ok: true; readonly subscription: Subscription }
  | { readonly ok: false; readonly key: Key; readonly values: Readonly<Record<string, string | number>> };

/** One thing that can be set in a subscription. */
interface Field {
  /** Reads what was written; "-" and "none" take the setting back. */
  set(subscription: Subscription, written: string, newsroom: Newsroom): Changed;
  /** What it is set to, in words; nothing when it is not set. */
  shown(subscription: Subscription, words: Words): string | undefined;
  /** What it is set to, as it would be written. */
  written(subscription: Subscription): string;
}

const changed = (subscription: Subscription): Changed => ({ ok: true, subscription });
const refused = (key: Key, values: Readonly<Record<string, string | number>> = {}): Changed => ({
  ok: false,
  key,
  values,
});

function without<K extends keyof Subscription>(subscription: Subscription, key: K): Omit<Subscription, K> {
  const { [key]: _, ...rest } = subscription;
  return rest;
}

/** A list out of a fixed vocabulary. */
const oneOf = (
  key: 'kinds' | 'stages' | 'languages' | 'packs',
  all: (newsroom: Newsroom) => readonly string[],
  name: Name,
): Field => ({
  set(subscription, written, newsroom) {
    if (isNothing(written)) return changed(without(subscription, key));
    const known = all(newsroom);
    const meant = meanings(known, name);
    const unknown = listed(written).find((one) => !meant.has(one.toLowerCase()));
    if (unknown !== undefined) return refused('fields.unknown', { word: unknown, known: known.join(', ') });
    const values = listed(written).flatMap((one) => meant.get(one.toLowerCase()) ?? []);
    return changed({ ...subscription, [key]: [...new Set(values)] });
  },
  shown: (subscription, words) => {
    const values = subscription[key];
    return values && values.length > 0 ? words.list(values.map((one) => name(one, words))) : undefined;
  },
  written: (subscription) => (subscription[key] ?? []).join(', '),
});

const languages = ['de', 'en', 'es', 'fr', 'ja', 'ko', 'ru', 'zh'] as const;
const mostCompanies = 50;
const longestName = 100;
/** https://docs.discord.com/developers/resources/channel#forum-tag-object */
const mostTags = 5;
const longestTag = 20;

export const fields = {
  companies: {
    set(subscription, written) {
      const companies = isNothing(written) ? [] : listed(written);
      if (companies.some(({ length }) => length > longestName))
        return refused('filter.long', { most: longestName });
      return companies.length > mostCompanies
        ? refused('fields.tooMany', { most: mostCompanies })
        : changed({ ...subscription, companies });
    },
    shown: ({ companies }, words) => (companies.length > 0 ? words.list(companies) : undefined),
    written: ({ companies }) => companies.join(', '),
  },
  words: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'words'));
      const read = readWordFilter(written);
      return read.ok
        ? changed({ ...subscription, words: written.trim() })
        : refused(`filter.${read.why}`, { most: read.most });
    },
    shown: ({ words }) => words,
    written: ({ words }) => words ?? '',
  },
  kinds: oneOf(
    'kinds',
    () => kinds,
    (kind, words) => words.say(`kind.${kind}` as Key),
  ),
  stages: oneOf(
    'stages',
    () => stages,
    (stage, words) => words.say(`stage.${stage}` as Key),
  ),
  languages: oneOf(
    'languages',
    () => languages,
    (language, words) => new Intl.DisplayNames(words.language, { type: 'language' }).of(language) ?? language,
  ),
  packs: oneOf(
    'packs',
    (newsroom) => newsroom.packs.map(({ name }) => name),
    (pack) => pack,
  ),
  confidence: {
    set(subscription, written, { leastConfidence }) {
      if (isNothing(written)) return changed({ ...subscription, leastConfidence });
      const percent = Number(/^(\d{1,3})\s*%?$/u.exec(written.trim())?.[1]);
      return percent <= 100
        ? changed({ ...subscription, leastConfidence: percent / 100 })
        : refused('fields.percent', { word: written });
    },
    shown: ({ leastConfidence }, words) => words.percent(leastConfidence),
    written: ({ leastConfidence }) => String(Math.round(leastConfidence * 100)),
  },
  when: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'when'));
      const read = readWhen(written);
      if (!read.ok) return refused('fields.when', { word: written });
      return changed(
        read.when.is === 'instant' ? without(subscription, 'when') : { ...subscription, when: read.when },
      );
    },
    shown: ({ when }, words) => (when ? whenInWords(when, words) : undefined),
    written: ({ when }) => (when?.is === 'digest' ? when.cron : ''),
  },
  quiet: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'quietHours'));
      const quietHours = readQuietHours(written);
      return quietHours
        ? changed({ ...subscription, quietHours })
        : refused('fields.quiet', { word: written });
    },
    shown: ({ quietHours }, words) => quietHours && quietInWords(quietHours, words),
    written: ({ quietHours }) => (quietHours ? `${quietHours.from}-${quietHours.to}` : ''),
  },
  timezone: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'timeZone'));
      const timeZone = timeZoneOf(written);
      return timeZone
        ? changed({ ...subscription, timeZone })
        : refused('fields.timezone', { word: written });
    },
    shown: ({ timeZone }) => timeZone,
    written: ({ timeZone }) => timeZone ?? '',
  },
  mention: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'mentions'));
      const mentions = listed(
        written.replaceAll(
          /<@(&?)(\d+)>/gu,
          (_, role: string, id: string) => `${role ? 'role' : 'user'}:${id}`,
        ),
      );
      // Discord's @everyone is a role by the id of its server.
      if (mentions.includes(`role:${subscription.server}`))
        return refused('fields.mention', { word: '@everyone' });
      const unfit = mentions.find((one) => !/^(?:(?:role|user):\d{5,20}|@\w{4,32})$/u.test(one));
      return unfit === undefined && mentions.length <= 5
        ? changed({ ...subscription, mentions })
        : refused('fields.mention', { word: unfit ?? written });
    },
    shown: ({ mentions }, words) => mentions && words.list(mentions),
    written: ({ mentions }) => (mentions ?? []).join(', '),
  },
  silent: {
    set: (subscription, written) =>
      changed(isNothing(written) ? without(subscription, 'silent') : { ...subscription, silent: true }),
    shown: ({ silent }, words) => (silent ? words.say('fields.yes') : undefined),
    written: ({ silent }) => (silent ? 'yes' : 'no'),
  },
  format: {
    set(subscription, written) {
      const format = formats.find((one) => one === written.trim().toLowerCase());
      if (!format && !isNothing(written))
        return refused('fields.unknown', { word: written, known: formats.join(', ') });
      return changed(
        format && format !== 'card' ? { ...subscription, format } : without(subscription, 'format'),
      );
    },
    shown: ({ format }, words) => format && words.say(`format.${format}`),
    written: ({ format }) => format ?? 'card',
  },
  pictures: {
    set: (subscription, written) =>
      changed(isNothing(written) ? { ...subscription, pictures: false } : without(subscription, 'pictures')),
    shown: ({ pictures }, words) => (pictures === false ? words.say('fields.no') : undefined),
    written: ({ pictures }) => (pictures === false ? 'no' : 'yes'),
  },
  tags: {
    set(subscription, written) {
      if (isNothing(written)) return changed(without(subscription, 'tags'));
      const tags = [...new Set(listed(written))];
      return tags.length > mostTags || tags.some(({ length }) => length > longestTag)
        ? refused('fields.tags', { most: mostTags, length: longestTag })
        : changed({ ...subscription, tags });
    },
    shown: ({ tags, placeKind }, words) => (placeKind === 'forum' && tags ? words.list(tags) : undefined),
    written: ({ tags }) => (tags ?? []).join(', '),
  },
  publish: {
    set: (subscription, written) =>
      changed(isNothing(written) ? { ...subscription, publish: false } : without(subscription, 'publish')),
    shown: ({ publish, placeKind }, words) =>
      placeKind === 'announcements' ? words.say(publish === false ? 'fields.no' : 'fields.yes') : undefined,
    written: ({ publish }) => (publish === false ? 'no' : 'yes'),
  },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof fields;

export const fieldNames = Object.keys(fields) as readonly FieldName[];

/** The fields that mean something where a subscription posts. */
export const fieldsOf = ({ placeKind }: Subscription): readonly FieldName[] =>
  fieldNames.filter(
    (name) =>
      (name !== 'tags' || placeKind === 'forum') && (name !== 'publish' || placeKind === 'announcements'),
  );

/** Sets several fields at once; the first that is refused refuses all. */
export function withFields(
  subscription: Subscription,
  written: Readonly<Record<string, string | number | undefined>>,
  newsroom: Newsroom,
): Changed {
  let now = subscription;
  for (const name of fieldNames) {
    const value = written[name];
    if (value === undefined) continue;
    const next = fields[name].set(now, String(value), newsroom);
    if (!next.ok) return next;
    now = next.subscription;
  }
  return changed(now);
}
