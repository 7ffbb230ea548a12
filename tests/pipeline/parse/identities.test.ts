import { expect, test } from 'vitest';
import type { FeedId } from '../../../src/model.ts';
import { articles, identify } from '../../../src/pipeline/parse/articles.ts';
import { read, rss } from './reading.ts';

const source = { id: 'wire' as FeedId, title: 'Wire', url: 'https://wire.example/feed' };

async function idsOf(items: string): Promise<readonly string[]> {
  return identify(await read(rss(items), source.url), source).map(({ id }) => id);
}

const item = (...fields: readonly string[]) => `<item>${fields.join('')}</item>`;
const guid = (id: string) => `<guid isPermaLink="false">${id}</guid>`;
const link = (path: string) => `<link>https://wire.example${path}</link>`;
const title = (words: string) => `<title>${words}</title>`;
const body = (words: string) => `<description>${words}</description>`;
const dated = (day: number) => `<pubDate>0${day} Jan 2026 12:00:00 GMT</pubDate>`;

/** Two writings of one item: before, and as the publisher changed it. */
test.each([
  ['a new title', item(guid('1'), title('A')), item(guid('1'), title('B'))],
  ['a new date', item(guid('1'), dated(1)), item(guid('1'), dated(2))],
  ['a new address', item(guid('1'), link('/a')), item(guid('1'), link('/b'))],
  ['a new body', item(guid('1'), body('a')), item(guid('1'), body('b'))],
  ['no guid, a new title', item(link('/a'), title('A')), item(link('/a'), title('B'))],
  ['no guid, tracking added', item(link('/a')), item(link('/a?utm_source=rss&amp;utm_medium=feed'))],
  ['no guid, other tracking', item(link('/a?b=1&amp;fbclid=x')), item(link('/a?gclid=y&amp;b=1'))],
  ['no guid, a fragment that counts visitors', item(link('/a')), item(link('/a#xtor=RSS-1'))],
  ['no guid, http instead of https', item(link('/a')), item('<link>http://wire.example/a</link>')],
  ['no guid, with www', item(link('/a')), item('<link>https://www.wire.example/a</link>')],
  ['no guid, a slash more', item(link('/a')), item(link('/a/'))],
  ['no guid, a relative address', item(link('/a')), item('<link>/a</link>')],
  ['no guid, no address, a new date', item(title('A'), dated(1)), item(title('A'), dated(2))],
])('the same item: %s', async (_, before, after) => {
  const ids = await idsOf(before);
  expect(ids).toHaveLength(1);
  expect(await idsOf(after)).toEqual(ids);
});

test.each([
  ['guids', item(guid('1'), title('A')), item(guid('2'), title('A'))],
  ['addresses', item(link('/a'), title('A')), item(link('/b'), title('A'))],
  ['parameters that say which page', item(link('/?p=1')), item(link('/?p=2'))],
  ['anchors of a change log', item(link('/log#v1')), item(link('/log#v2'))],
  ['titles, where there is nothing else', item(title('A')), item(title('B'))],
  ['bodies, where there is nothing else', item(body('a')), item(body('b'))],
])('different items: other %s', async (_, one, other) => {
  expect(await idsOf(one)).not.toEqual(await idsOf(other));
});

test('the same guid in another feed is another article', async () => {
  const feed = await read(rss(item(guid('1'))));
  const [here] = identify(feed, source);
  const [there] = identify(feed, { ...source, id: 'other' as FeedId });
  expect(here?.id).not.toBe(there?.id);
});

const oldest = item(guid('g'), link('/1'), title('A'), dated(1));
const older = item(guid('g'), link('/2'), title('B'), dated(2));
const newest = item(guid('g'), link('/3'), title('C'), dated(3));

test('a guid that all items share is told apart by address, round after round', async () => {
  const [first = ''] = await idsOf(oldest);
  const second = await idsOf(older + oldest);
  const third = await idsOf(newest + older + oldest);
  expect(second[1]).toBe(first);
  expect(third.slice(1)).toEqual(second);
  expect(new Set(third).size).toBe(3);
});

test('a newer item never takes over the identity of one that fell out of the feed', async () => {
  const seen = new Set([...(await idsOf(oldest)), ...(await idsOf(older + oldest))]);
  const unseen = (await idsOf(newest + older)).filter((id) => !seen.has(id));
  expect(unseen).toHaveLength(1);
});

test('items that share guid and address are told apart by title', async () => {
  const same = [guid('g'), link('/')];
  const ids = await idsOf(item(...same, title('C')) + item(...same, title('B')) + item(...same, title('A')));
  expect(new Set(ids).size).toBe(3);
  expect((await idsOf(item(...same, title('A'))))[0]).toBe(ids[2]);
});

test('an item that the document lists twice is one article', async () => {
  expect(await idsOf(older + older + oldest)).toHaveLength(2);
});

test.each([
  ['no title', item(guid('1'), body('First words. And more.')), { title: 'First words. And more.', url: '' }],
  ['no link', item(guid('1'), title('A')), { title: 'A', url: '' }],
  ['no date', item(guid('1'), title('A')), { publishedAt: 1000 }],
  ['a date in the far future', item(guid('1'), '<pubDate>2099-01-01</pubDate>'), { publishedAt: 1000 }],
  ['a link to a script', item(guid('1'), '<link>javascript:alert(1)</link>'), { url: '' }],
  ['a title alone', item(title('A')), { title: 'A', text: '' }],
  ['a long title', item(title('a'.repeat(1000))), { title: 'a'.repeat(500) }],
  ['a long body', item(title('A'), body('b '.repeat(5000))), { text: `${'b '.repeat(1999)}b` }],
  [
    'a lead longer than the body',
    item(body('a longer lead'), '<content:encoded>b</content:encoded>'),
    { text: 'a longer lead' },
  ],
])('%s: still one article', async (_, written, article) => {
  const feed = await read(rss(written), source.url);
  const told = articles(feed, source, 1000);
  expect(told).toMatchObject([{ ...article, feed: 'wire', outlet: 'Wire' }]);
  expect(articles(feed, source, 2000)[0]?.id).toBe(told[0]?.id);
});

test('an item that says nothing is none', async () => {
  expect(
    await idsOf('<item/><item> </item><item><pubDate>01 Jan 2026 12:00:00 GMT</pubDate></item>'),
  ).toEqual([]);
});
