import { expect, test } from 'vitest';
import { feedLinks } from '../../../src/pipeline/discover/feedLinks.ts';

const page = 'https://news.example/section/page.html';
const urls = (html: string, address = page) => feedLinks(html, address).map(({ url }) => url);

test.each([
  ['RSS', '<link rel="alternate" type="application/rss+xml" href="/feed">', ['https://news.example/feed']],
  [
    'Atom',
    '<link rel=alternate type=application/atom+xml href=atom.xml>',
    ['https://news.example/section/atom.xml'],
  ],
  [
    'JSON Feed',
    '<link rel="alternate" type="application/feed+json" href="/f.json">',
    ['https://news.example/f.json'],
  ],
  [
    'upper case',
    '<LINK REL="Alternate" TYPE="Application/RSS+XML" HREF="/feed">',
    ['https://news.example/feed'],
  ],
  [
    'a charset in the type',
    '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/f">',
    ['https://news.example/f'],
  ],
  [
    'several relations',
    '<link rel="home alternate" type="application/rss+xml" href="/f">',
    ['https://news.example/f'],
  ],
  [
    'a vague type with a clear address',
    '<link rel="alternate" type="text/xml" href="/rss.xml">',
    ['https://news.example/rss.xml'],
  ],
  [
    'an ampersand in the address',
    '<link rel="alternate" type="application/rss+xml" href="/f?a=1&amp;b=2">',
    ['https://news.example/f?a=1&b=2'],
  ],
  [
    'a base',
    '<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="f">',
    ['https://cdn.example/x/f'],
  ],
  [
    'the body, where it does not belong',
    '<body><p><link rel="alternate" type="application/rss+xml" href="/f">',
    ['https://news.example/f'],
  ],
  ['another language of the page', '<link rel="alternate" hreflang="de" href="/de">', []],
  ['a style sheet', '<link rel="stylesheet" type="text/css" href="/feed.css">', []],
  ['no address', '<link rel="alternate" type="application/rss+xml">', []],
  [
    'an address that is no web address',
    '<link rel="alternate" type="application/rss+xml" href="feed:x">',
    [],
  ],
  ['a script', '<script>"<link rel=alternate type=application/rss+xml href=/f>"</script>', []],
  ['a comment', '<!-- <link rel="alternate" type="application/rss+xml" href="/f"> -->', []],
  ['a link to a feed', '<a href="/blog/feed/">follow</a>', ['https://news.example/blog/feed/']],
  ['a link called RSS', '<a href="/x?y=1"><b>RSS</b></a>', ['https://news.example/x?y=1']],
  ['a link to a page about feeds', '<a href="/about-rss">Feeding cats</a>', []],
])('%s', (_, html, expected) => {
  expect(urls(html)).toEqual(expected);
});

test('declared feeds come before linked ones, comments last, each once', () => {
  const html = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/rss+xml" title=" All  news " href="/feed">
    <a href="/feed">RSS</a><a href="/podcast/rss.xml">Podcast</a>`;
  expect(feedLinks(html, page)).toEqual([
    { url: 'https://news.example/feed', title: 'All news' },
    { url: 'https://news.example/podcast/rss.xml', title: 'Podcast' },
    { url: 'https://news.example/comments/feed', title: 'Comments' },
  ]);
});

test('a YouTube page names its channel in a meta element', () => {
  const html = '<meta itemprop="identifier" content="UCabc">';
  expect(urls(html, 'https://www.youtube.com/@someone')).toEqual([
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCabc',
  ]);
  expect(urls(html)).toEqual([]);
});

test('a page of megabytes takes no time', () => {
  const started = performance.now();
  feedLinks('<a href="/feed'.repeat(200_000), page);
  feedLinks('<a href="/feed">x'.repeat(200_000), page);
  expect(performance.now() - started).toBeLessThan(3_000);
});
