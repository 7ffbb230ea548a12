import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/pipeline/parse/parseDate.ts';

/** What feeds write, and the instant that is meant. */
const forms: readonly (readonly [written: string, instant: string])[] = [
  // RFC 822, and how it is misspelt
  ['Thu, 01 Jan 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45 +0100', '2026-01-01T11:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45 -0530', '2026-01-01T18:00:45Z'],
  ['Thu, 1 Jan 2026 12:30:45 UT', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Jan 2026 12:30 GMT', '2026-01-01T12:30:00Z'],
  ['Thu, 01 Jan 26 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Jan 1998 12:30:45 GMT', '1998-01-01T12:30:45Z'],
  ['01 Jan 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thursday, 01 January 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu 01 Jan 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu,01 Jan 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu,  01  Jan  2026  12:30:45  GMT', '2026-01-01T12:30:45Z'],
  ['Mon, 01 Jan 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45 +01:00', '2026-01-01T11:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45 GMT+0100', '2026-01-01T11:30:45Z'],
  ['Thu, 01 Jan 2026 12:30:45 +0100 (CET)', '2026-01-01T11:30:45Z'],
  ['thu, 01 JAN 2026 12:30:45 gmt', '2026-01-01T12:30:45Z'],
  ['Thu, 01-Jan-2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu, Jan 01 2026 12:30:45 GMT', '2026-01-01T12:30:45Z'],
  ['Thu, 01 Sept 2022 12:30:45 GMT', '2022-09-01T12:30:45Z'],
  ['Thu, 01 Jan 2026 24:00:00 GMT', '2026-01-02T00:00:00Z'],
  ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59Z'],
  ['Thu, 29 Feb 2024 00:00:00 GMT', '2024-02-29T00:00:00Z'],
  // Zones by name
  ['Thu, 01 Jan 2026 12:00:00 EST', '2026-01-01T17:00:00Z'],
  ['Wed, 01 Jul 2026 12:00:00 EDT', '2026-07-01T16:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 PST', '2026-01-01T20:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 CET', '2026-01-01T11:00:00Z'],
  ['Wed, 01 Jul 2026 12:00:00 CEST', '2026-07-01T10:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 MEZ', '2026-01-01T11:00:00Z'],
  ['Wed, 01 Jul 2026 12:00:00 BST', '2026-07-01T11:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 MSK', '2026-01-01T09:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 IST', '2026-01-01T06:30:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 JST', '2026-01-01T03:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 AEDT', '2026-01-01T01:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 Z', '2026-01-01T12:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 Europe/Berlin', '2026-01-01T11:00:00Z'],
  ['Wed, 01 Jul 2026 12:00:00 America/New_York', '2026-07-01T16:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 QQQ', '2026-01-01T12:00:00Z'],
  ['Thu, 01 Jan 2026 12:00:00 +2000', '2026-01-01T12:00:00Z'],
  // ISO 8601, whole and in part
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
  ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05.678901234Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05,678Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05+02:00', '2026-01-02T01:04:05Z'],
  ['2026-01-02T03:04:05+0200', '2026-01-02T01:04:05Z'],
  ['2026-01-02T03:04:05+02', '2026-01-02T01:04:05Z'],
  ['2026-01-02T03:04:05 +02:00', '2026-01-02T01:04:05Z'],
  ['2026-01-02T03:04Z', '2026-01-02T03:04:00Z'],
  ['2026-01-02t03:04:05z', '2026-01-02T03:04:05Z'],
  ['2026-01-02T03:04:05\u221202:00', '2026-01-02T05:04:05Z'],
  ['2026-W01', '2025-12-29T00:00:00Z'],
  ['2026-W01-5', '2026-01-02T00:00:00Z'],
  ['2026W015T0304Z', '2026-01-02T03:04:00Z'],
  ['2026年1月2日3時4分', '2026-01-02T03:04:00Z'],
  ['2026年1月2日 15时4分5秒', '2026-01-02T15:04:05Z'],
  ['2 يناير 2026', '2026-01-02T00:00:00Z'],
  ['Thu, 01 Jan 70 00:00:00 GMT', '1970-01-01T00:00:00Z'],
  ['2026-01-02 03:04:05', '2026-01-02T03:04:05Z'],
  ['2026-01-02 03:04:05 UTC', '2026-01-02T03:04:05Z'],
  ['2026-01-02 03:04:05 EST', '2026-01-02T08:04:05Z'],
  ['2026-01-02T24:00:00Z', '2026-01-03T00:00:00Z'],
  ['20260102T030405Z', '2026-01-02T03:04:05Z'],
  ['2026-01-02', '2026-01-02T00:00:00Z'],
  ['20260102', '2026-01-02T00:00:00Z'],
  ['2026-01', '2026-01-01T00:00:00Z'],
  ['2026', '2026-01-01T00:00:00Z'],
  ['2026-032', '2026-02-01T00:00:00Z'],
  // asctime, Unix time, American and European numbers
  ['Thu Jan  1 12:30:45 2026', '2026-01-01T12:30:45Z'],
  ['Thu Jan  1 12:30:45 EST 2026', '2026-01-01T17:30:45Z'],
  ['1767270645', '2026-01-01T12:30:45Z'],
  ['1767270645000', '2026-01-01T12:30:45Z'],
  ['1/2/2026 3:04:05 PM', '2026-01-02T15:04:05Z'],
  ['01/02/2026 12:00 AM', '2026-01-02T00:00:00Z'],
  ['13/02/2026 15:04', '2026-02-13T15:04:00Z'],
  ['02.01.2026 15:04', '2026-01-02T15:04:00Z'],
  ['2026/01/02 15:04:05', '2026-01-02T15:04:05Z'],
  ['2026.01.02', '2026-01-02T00:00:00Z'],
  ['January 2, 2026', '2026-01-02T00:00:00Z'],
  ['January 2nd, 2026 3:04 pm', '2026-01-02T15:04:00Z'],
  ['Friday, January 2, 2026 - 15:04', '2026-01-02T15:04:00Z'],
  ['2 January 2026', '2026-01-02T00:00:00Z'],
  ['Jan 2, 2026 3:04 PM EST', '2026-01-02T20:04:00Z'],
  // Other languages
  ['Do, 05 Mär 2026 12:00:00 +0100', '2026-03-05T11:00:00Z'],
  ['5. März 2026', '2026-03-05T00:00:00Z'],
  ['Mi, 07 Okt 2026 12:00:00 GMT', '2026-10-07T12:00:00Z'],
  ['mar., 03 févr. 2026 12:00:00 +0100', '2026-02-03T11:00:00Z'],
  ['3 août 2026', '2026-08-03T00:00:00Z'],
  ['lun, 05 ene 2026 12:00:00 +0000', '2026-01-05T12:00:00Z'],
  ['3 de marzo de 2026', '2026-03-03T00:00:00Z'],
  ['Lun, 04 Mag 2026 12:00:00 +0200', '2026-05-04T10:00:00Z'],
  ['5 июля 2026', '2026-07-05T00:00:00Z'],
  ['5 lipca 2026', '2026-07-05T00:00:00Z'],
  ['Ter, 03 Fev 2026 12:00:00 -0300', '2026-02-03T15:00:00Z'],
  ['3 Şubat 2026', '2026-02-03T00:00:00Z'],
  ['2026年1月2日', '2026-01-02T00:00:00Z'],
  ['2026年1月2日 15:04', '2026-01-02T15:04:00Z'],
  ['2026년 1월 2일', '2026-01-01T15:00:00Z'],
  ['2026-01-02 오후 3:04:05', '2026-01-02T06:04:05Z'],
];

test.each(forms)('%s', (written, instant) => {
  expect(new Date(parseDate(written) ?? Number.NaN).toJSON()).toBe(new Date(instant).toJSON());
});

describe('no instant', () => {
  test.each([
    ['nothing', ''],
    ['words', 'yesterday'],
    ['a day that no month has', 'Tue, 31 Feb 2026 12:00:00 GMT'],
    ['a leap day in another year', '2025-02-29T12:00:00Z'],
    ['a month that no year has', '2026-13-01'],
    ['an hour that no clock shows', 'Thu, 01 Jan 2026 25:00:00 GMT'],
    ['a minute that no clock shows', '2026-01-01T12:60:00Z'],
    ['a zone that no clock shows', 'Thu, 01 Jan 2026 12:00:00 +9900'],
    ['how Go writes no date', 'Mon, 01 Jan 0001 00:00:00 +0000'],
    ['the same in ISO 8601', '0001-01-01T00:00:00Z'],
    ['zeros', '0000-00-00 00:00:00'],
    ['a time alone', '12:30:45'],
    ['a template that nobody filled in', '{{ page.date }}'],
    ['an invalid date', 'Invalid Date'],
    ['a date of a kilobyte', `Thu, 01 Jan 2026${' '.repeat(1000)}12:00:00 GMT`],
  ])('%s', (_, written) => {
    expect(parseDate(written)).toBeUndefined();
  });
});

test('what a date prints as is read as that date', () => {
  const dates = fc.date({ min: new Date(-62_000_000_000), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.getTime());
      expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test('the short way and the long way agree', () => {
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2089-12-31'), noInvalidDate: true });
  const zone = fc.constantFrom('+0000', '+0530', '-0800', '+1145', '-1100');
  fc.assert(
    fc.property(days, zone, (date, offset) => {
      const textbook = date.toUTCString().replace('GMT', offset);
      expect(parseDate(textbook)).toBe(parseDate(textbook.replace(', ', ',  ')));
    }),
  );
});

test('any string is a date or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 130 }), (written) => {
      const instant = parseDate(written);
      expect(instant === undefined || Number.isFinite(instant)).toBe(true);
    }),
  );
});
