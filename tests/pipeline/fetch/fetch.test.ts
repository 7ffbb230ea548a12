import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Validators } from '../../../src/model.ts';
import { feed, fetched, fetching, now, status, text } from './fetching.ts';
import { webServer } from './loopback.ts';
import { reading } from '../../said.ts';

/** The headers of a second request, after the server has set a cookie. */
async function request(sent: Validators): Promise<IncomingHttpHeaders> {
  const seen: IncomingHttpHeaders[] = [];
  const { origin } = await webServer((incoming, response) => {
    seen.push(incoming.headers);
    response.writeHead(200, { 'set-cookie': 'id=1' }).end(feed);
  });
  const fetcher = fetching();
  await fetcher.fetch(origin, sent);
  await fetcher.fetch(origin, sent);
  return seen[1] ?? {};
}

describe('a body arrives as the publisher wrote it, sent', () => {
  const encodings: [what: string, coding: string | undefined, body: string | Uint8Array][] = [
    ['plain', undefined, feed],
    ['as gzip', 'gzip', gzipSync(feed)],
    ['as x-gzip', 'X-GZIP', gzipSync(feed)],
    ['as brotli', 'br', brotliCompressSync(feed)],
    ['as zstd', 'zstd', zstdCompressSync(feed)],
    ['as deflate', 'deflate', deflateSync(feed)],
    ['as deflate without its envelope', 'deflate', deflateRawSync(feed)],
    ['in two layers', 'gzip, br', brotliCompressSync(gzipSync(feed))],
    ['with a coding of no effect', 'identity', feed],
    ['as gzip that does not say so', undefined, gzipSync(feed)],
    ['plain under the name of gzip', 'gzip', feed],
  ];
  it.each(encodings)('%s', async (_what, coding, body) => {
    const result = await fetched((_request, response) => {
      response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding }).end(body);
    });
    expect(text(result)).toBe(feed);
  });
});

it('hands on type, final address, validators and freshness', async () => {
  const result = await fetched(
    status(200, {
      'content-type': 'text/xml; charset=gbk',
      etag: 'W/"1"',
      'last-modified': 'Mon',
      'cache-control': 'max-age=600',
    }),
  );
  expect(result).toMatchObject({
    is: 'changed',
    contentType: 'text/xml; charset=gbk',
    url: expect.stringMatching(/\/feed\.xml$/u),
    validators: { etag: 'W/"1"', lastModified: 'Mon' },
    freshForMs: 600_000,
  });
  expect(result).not.toHaveProperty('movedTo');
});

describe('a request', () => {
  it('names the bot, asks for feeds and accepts compression', async () => {
    expect(await request({})).toMatchObject({
      'user-agent': 'Pactwire-tests/1 (+https://example.org)',
      accept: expect.stringContaining('application/rss+xml'),
      'accept-encoding': 'gzip, br, zstd, deflate',
    });
  });
  it('returns validators byte for byte', async () => {
    expect(await request({ etag: 'W/"é~ ü"', lastModified: 'Tue, about noon' })).toMatchObject({
      'if-none-match': 'W/"é~ ü"',
      'if-modified-since': 'Tue, about noon',
    });
  });
  it('without validators has no condition, and never a cookie', async () => {
    const headers = await request({});
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['if-none-match']));
    expect(headers).not.toHaveProperty('if-modified-since');
    expect(headers).not.toHaveProperty('cookie');
  });
  it('carries the name and password of the address', async () => {
    const { origin } = await webServer((incoming, response) => response.end(incoming.headers.authorization));
    const address = origin.replace('//', '//reader:p%40ss@');
    expect(text(await fetching().fetch(address, {}))).toBe(`Basic ${btoa('reader:p@ss')}`);
  });
});

describe('a status', () => {
  const hour = 3_600_000;
  it.each<[what: string, code: number, headers: Record<string, string>, outcome: object]>([
    ['410 retires the feed', 410, {}, { is: 'retired', reason: reading(/gone for good/u) }],
    ['429 with seconds', 429, { 'retry-after': '3600' }, { is: 'throttled', retryAt: now + hour }],
    [
      '429 with a date',
      429,
      { 'retry-after': 'Tue, 24 Nov 2026 13:00:00 GMT' },
      { is: 'throttled', retryAt: now + hour },
    ],
    ['503 with seconds', 503, { 'retry-after': '3600' }, { is: 'throttled', retryAt: now + hour }],
    ['429 without a time', 429, {}, { is: 'failed', kind: 'status' }],
    ['503 without a time', 503, {}, { is: 'failed', kind: 'status' }],
    ['503 with nonsense', 503, { 'retry-after': 'soon' }, { is: 'failed', kind: 'status' }],
    ['500', 500, {}, { is: 'failed', kind: 'status', reason: reading(/answered 500/u) }],
    ['404', 404, {}, { is: 'failed', kind: 'status', reason: reading(/look for the new one/u) }],
    ['403', 403, {}, { is: 'failed', kind: 'status', reason: reading(/does not let this bot/u) }],
    ['300', 300, {}, { is: 'failed', kind: 'status' }],
    ['301 that leads nowhere', 301, {}, { is: 'failed', kind: 'status' }],
    ['a 304 that nobody asked for', 304, {}, { is: 'failed', kind: 'status' }],
  ])('%s', async (_what, code, headers, outcome) => {
    expect(await fetched(status(code, headers))).toMatchObject(outcome);
  });

  it('304 leaves everything as it was, but for what it renews', async () => {
    const sent = { etag: '"1"', lastModified: 'Mon' };
    const result = await fetched(status(304, { etag: '"2"', 'cache-control': 'max-age=60' }), sent);
    expect(result).toMatchObject({
      is: 'unchanged',
      validators: { etag: '"2"', lastModified: 'Mon' },
      freshForMs: 60_000,
    });
  });

  it('counts before its endless body ends', async () => {
    const result = await fetched((_request, response) => response.writeHead(410).write('Once upon a time'));
    expect(result).toMatchObject({ is: 'retired' });
  });
});
