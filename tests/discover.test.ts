import { onTestFinished, expect, test } from 'vitest';
import { discover } from '../src/discover.ts';
import { fetcher } from '../src/pipeline/fetch/fetch.ts';
import { feedServer } from './fakes/feedServer.ts';
import { inEnglish } from '../src/words/sentence.ts';

async function site() {
  const server = await feedServer();
  const fetching = fetcher({ userAgent: 'tests', timeoutMs: 2_000, allowPrivate: ['127.0.0.0/8'] });
  onTestFinished(async () => {
    await fetching.close();
    await server.close();
  });
  const page = (path: string, html: string) => server.serve(path, html, 'text/html; charset=utf-8');
  const found = async (address: string) => {
    const discovered = await discover(address, fetching);
    return discovered.is === 'found'
      ? discovered.feeds.map(({ url, title }) => [url, title])
      : inEnglish(discovered.reason);
  };
  return { server, page, found };
}

const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

test('the address of a feed is the feed', async () => {
  const { server, found } = await site();
  const url = server.publish('/f.xml', 'The Wire', []);
  expect(await found(url)).toEqual([[url, 'The Wire']]);
});

test('a page has the choice of the feeds it names, those that answer', async () => {
  const { server, page, found } = await site();
  const news = server.publish('/news.xml', 'News', []);
  const deals = server.publish('/deals.xml', 'Deals', []);
  const home = page('/', `<html>${link('/gone.xml')}${link('/news.xml')}${link('deals.xml')}`);
  expect(await found(home)).toEqual([
    [news, 'News'],
    [deals, 'Deals'],
  ]);
});

test('a page that names none has one where feeds usually are', async () => {
  const { server, page, found } = await site();
  const url = server.publish('/blog/feed', 'Blog', []);
  expect(await found(page('/blog', '<html><p>Welcome</p>'))).toEqual([[url, 'Blog']]);
});

test('a profile of the Mastodon kind has its feed beside it', async () => {
  const { server, page, found } = await site();
  const url = server.publish('/@someone.rss', 'Someone', []);
  expect(await found(page('/@someone', '<html>'))).toEqual([[url, 'Someone']]);
});

test('an address needs no scheme', async () => {
  const { found } = await site();
  expect(await found('localhost.invalid/x')).toMatch(/^The name localhost.invalid is unknown/u);
});

test.each([
  ['nothing', '', /is no web address/u],
  ['mail', 'mailto:a@b.example', /is no web address/u],
  ['a file', 'file:///etc/passwd', /is no web address/u],
])('%s is refused with a sentence', async (_, address, sentence) => {
  const { found } = await site();
  expect(await found(address)).toMatch(sentence);
});

test('a page without any feed is told so, after few requests', async () => {
  const { server, page, found } = await site();
  expect(await found(page('/empty', '<html>'))).toMatch(/names no feed/u);
  expect(server.requests.length).toBeLessThan(20);
});
