import { readdirSync } from 'node:fs';
import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshened } from '../../src/demo/freshened.ts';
import { type SampleFeeds, serveSampleFeeds } from '../../src/demo/serveSampleFeeds.ts';

const now = new Date('2026-02-03T12:30:45.678Z');
let served: SampleFeeds;
beforeAll(async () => {
  served = await serveSampleFeeds(now);
});
afterAll(() => served.close());

const tags = async () =>
  Promise.all(served.feeds.map(async ({ url }) => (await fetch(url)).headers.get('etag')));
const text = async (url: string) => (await fetch(url)).text();
const first = () => served.feeds[0]?.url ?? '';

interface Item {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly date: string | undefined;
}

function items(document: string): readonly Item[] {
  const { format, feed } = parseFeed(document);
  if (format === 'rss') {
    return (feed.items ?? []).map(({ title, link, pubDate }) => ({ title, link, date: pubDate }));
  }
  if (format !== 'atom') throw new Error(`a sample feed is ${format}`);
  return (feed.entries ?? []).map(({ title, links, published }) => ({
    title: title?.value,
    link: links?.[0]?.href,
    date: published,
  }));
}

describe('the sample feeds', () => {
  it('are six, in three languages and two formats, and no file is left out', async () => {
    const formats = await Promise.all(served.feeds.map(async ({ url }) => parseFeed(await text(url)).format));
    expect(formats.toSorted()).toEqual(['atom', 'atom', 'rss', 'rss', 'rss', 'rss']);
    expect(new Set(served.feeds.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'ja']));
    const files = readdirSync(new URL('../../feeds/demo/', import.meta.url));
    expect(served.feeds.map(({ url }) => new URL(url).pathname.slice(1)).toSorted()).toEqual(
      files.toSorted(),
    );
  });

  it('carry the titles they are listed under', async () => {
    for (const { url, title } of served.feeds) {
      const { feed } = parseFeed(await text(url));
      const own = feed.title;
      expect(typeof own === 'object' ? own.value : own).toBe(title);
    }
  });

  it('have 61 items: one without link and date, all others with both and of the last two days', async () => {
    const all = (await Promise.all(served.feeds.map(async ({ url }) => items(await text(url))))).flat();
    expect(all).toHaveLength(61);
    expect(new Set(all.map(({ title }) => title)).size).toBe(61);
    const [bare, ...others] = all.toSorted((a, b) => (a.link ?? '').localeCompare(b.link ?? ''));
    expect(bare).toMatchObject({ link: undefined, date: undefined });
    for (const { link, date } of others) {
      expect(new URL(link ?? '').hostname).toMatch(/\.example$/u);
      const age = now.getTime() - Date.parse(date ?? '');
      expect(age).toBeGreaterThan(0);
      expect(age).toBeLessThan(48 * 3_600_000);
    }
  });

  it('keep no placeholder', async () => {
    for (const { url } of served.feeds) expect(await text(url)).not.toMatch(/\{\{|\}\}/u);
  });
});

describe('the dates', () => {
  it.each([
    ['hours in RSS', '{{ago 3h}}', 'rss', 'Tue, 03 Feb 2026 09:30:45 GMT'],
    ['minutes in RSS', '{{ago 90m}}', 'rss', 'Tue, 03 Feb 2026 11:00:45 GMT'],
    ['hours in Atom', '{{ago 24h}}', 'atom', '2026-02-02T12:30:45.678Z'],
  ] as const)('%s', (_, placeholder, format, date) => {
    expect(freshened(`<a>${placeholder}</a><b>${placeholder}</b>`, format, now)).toBe(
      `<a>${date}</a><b>${date}</b>`,
    );
  });
});

describe('the sample server', () => {
  it('tells the format and the charset', async () => {
    const types = await Promise.all(
      served.feeds.map(async ({ url }) => (await fetch(url)).headers.get('content-type')),
    );
    expect(new Set(types)).toEqual(
      new Set(['application/rss+xml; charset=utf-8', 'application/atom+xml; charset=utf-8']),
    );
  });

  it('gives validators that stay the same, one tag per feed', async () => {
    const before = await tags();
    expect(new Set(before).size).toBe(6);
    expect(await tags()).toEqual(before);
    expect((await fetch(first())).headers.get('last-modified')).toBe('Tue, 03 Feb 2026 12:30:45 GMT');
  });

  const current = 'Tue, 03 Feb 2026 12:30:45 GMT';
  const older = 'Tue, 03 Feb 2026 12:30:44 GMT';
  it.each([
    ['the entity tag', (etag: string) => ({ 'if-none-match': etag }), 304],
    ['the entity tag as a weak one', (etag: string) => ({ 'if-none-match': `W/${etag}` }), 304],
    ['the entity tag among others', (etag: string) => ({ 'if-none-match': `"old", ${etag}` }), 304],
    ['another entity tag', () => ({ 'if-none-match': '"old"' }), 200],
    ['the date', () => ({ 'if-modified-since': current }), 304],
    ['an older date', () => ({ 'if-modified-since': older }), 200],
    ['no date at all', () => ({ 'if-modified-since': 'yesterday' }), 200],
    ['another tag and the date', () => ({ 'if-none-match': '"old"', 'if-modified-since': current }), 200],
    [
      'the tag and an older date',
      (etag: string) => ({ 'if-none-match': etag, 'if-modified-since': older }),
      304,
    ],
  ] as const)('answers %s', async (_, headersFor, status) => {
    const etag = (await fetch(first())).headers.get('etag') ?? '';
    const answer = await fetch(first(), { headers: headersFor(etag) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe(etag);
    expect((await answer.text()) === '').toBe(status === 304);
  });

  it.each(['/', '/nothing.xml', '/../package.json', '/%2e%2e/package.json'])(
    'answers %s with a sentence that names the feeds',
    async (path) => {
      const answer = await fetch(new URL(path, first()));
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('/the-circuit-post.xml');
    },
  );

  it('listens on loopback and stops at once, open connections or not', async () => {
    const other = await serveSampleFeeds();
    const url = other.feeds[0]?.url ?? '';
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await fetch(url)).status).toBe(200);
    await other.close();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});
