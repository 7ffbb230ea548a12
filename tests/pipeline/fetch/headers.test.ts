import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshForMs, type Headers, retryAfter, validators } from '../../../src/pipeline/fetch/headers.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

describe('retryAfter', () => {
  it.each<[what: string, value: string | undefined, inMs: number | undefined]>([
    ['seconds', '120', 2 * minute],
    ['no seconds at all', '0', 0],
    ['a date', 'Tue, 24 Nov 2026 12:30:00 GMT', 30 * minute],
    ['a date as RFC 850 wrote it', 'Tuesday, 24-Nov-26 12:30:00 GMT', 30 * minute],
    ['a date as C writes it', 'Tue Nov 24 12:30:00 2026', 30 * minute],
    ['a date of the past means now', 'Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['a year is cut to a week', '31536000', 7 * day],
    ['more digits than a number holds', '9'.repeat(400), 7 * day],
    ['a negative number says nothing', '-5', undefined],
    ['a fraction says nothing', '1.5', undefined],
    ['words say nothing', 'soon', undefined],
    ['an ISO date is not of HTTP', '2026-11-24T12:30:00Z', undefined],
    ['empty', '', undefined],
    ['absent', undefined, undefined],
  ])('%s', (_what, value, inMs) => {
    expect(retryAfter({ 'retry-after': value }, now)).toBe(inMs === undefined ? undefined : now + inMs);
  });

  it('takes the first of several', () => {
    expect(retryAfter({ 'retry-after': ['60', '600'] }, now)).toBe(now + minute);
  });
});

describe('freshForMs', () => {
  const date = 'Tue, 24 Nov 2026 12:00:00 GMT';
  it.each<[what: string, headers: Headers, ms: number | undefined]>([
    ['max-age', { 'cache-control': 'max-age=300' }, 5 * minute],
    [
      'max-age among others, in any case',
      { 'cache-control': 'public, MAX-AGE = 300, must-revalidate' },
      5 * minute,
    ],
    ['max-age in quotes', { 'cache-control': 'max-age="300"' }, 5 * minute],
    ['max-age in a second header line', { 'cache-control': ['public', 'max-age=300'] }, 5 * minute],
    ['less the time it lay in a cache', { 'cache-control': 'max-age=300', age: '60' }, 4 * minute],
    ['older than its max-age', { 'cache-control': 'max-age=300', age: '900' }, 0],
    ['a malformed Age is no age', { 'cache-control': 'max-age=300', age: 'x' }, 5 * minute],
    [
      'max-age goes before Expires',
      { 'cache-control': 'max-age=60', expires: 'Tue, 24 Nov 2026 13:00:00 GMT', date },
      minute,
    ],
    ['s-maxage is for shared caches', { 'cache-control': 's-maxage=300' }, undefined],
    ['no-cache says nothing of a time', { 'cache-control': 'no-cache' }, undefined],
    ['a malformed max-age says nothing', { 'cache-control': 'max-age=soon' }, undefined],
    ['Expires', { expires: 'Tue, 24 Nov 2026 12:10:00 GMT', date }, 10 * minute],
    [
      'Expires by the clock of the server',
      { expires: 'Wed, 25 Nov 2026 00:10:00 GMT', date: 'Wed, 25 Nov 2026 00:00:00 GMT' },
      10 * minute,
    ],
    ['Expires without Date goes by our clock', { expires: 'Tue, 24 Nov 2026 12:10:00 GMT' }, 10 * minute],
    ['Expires in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT', date }, 0],
    ['Expires: 0 means stale', { expires: '0', date }, 0],
    ['Expires: -1 means stale', { expires: '-1' }, 0],
    ['nothing', {}, undefined],
  ])('%s', (_what, headers, ms) => {
    expect(freshForMs(headers, now)).toBe(ms);
  });
});

describe('validators', () => {
  it.each<[what: string, headers: Headers, sent: { etag?: string; lastModified?: string }, kept: object]>([
    [
      'both, as written',
      { etag: 'W/"a b"', 'last-modified': 'yesterday, roughly' },
      {},
      { etag: 'W/"a b"', lastModified: 'yesterday, roughly' },
    ],
    ['an unquoted ETag stays unquoted', { etag: 'abc' }, {}, { etag: 'abc' }],
    ['none are invented', {}, {}, {}],
    ['an empty one is none', { etag: '' }, {}, {}],
    [
      'what a 304 does not repeat stays',
      {},
      { etag: '"1"', lastModified: 'x' },
      { etag: '"1"', lastModified: 'x' },
    ],
    [
      'what a 304 renews is renewed',
      { etag: '"2"' },
      { etag: '"1"', lastModified: 'x' },
      { etag: '"2"', lastModified: 'x' },
    ],
  ])('%s', (_what, headers, sent, kept) => {
    expect(validators(headers, sent)).toEqual(kept);
  });
});

describe('whatever servers send', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.string().map((text) => `max-age=${text}`),
    fc.integer().map((seconds) => `max-age=${seconds}`),
    fc.array(fc.string()),
    fc.constant(undefined),
  );
  const headers = fc.record({
    'retry-after': value,
    'cache-control': value,
    expires: value,
    date: value,
    age: value,
  });

  it('a pause is between now and a week ahead', () => {
    fc.assert(
      fc.property(headers, (wild) => {
        const at = retryAfter(wild, now) ?? now;
        expect(at).toBeGreaterThanOrEqual(now);
        expect(at).toBeLessThanOrEqual(now + 7 * day);
      }),
    );
  });
  it('freshness is between nothing and a year', () => {
    fc.assert(
      fc.property(headers, (wild) => {
        const ms = freshForMs(wild, now) ?? 0;
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(365 * day);
      }),
    );
  });
});
