import { expect, test } from 'vitest';
import { parse } from '../../../src/pipeline/parse/parse.ts';
import { articles } from '../../../src/pipeline/parse/articles.ts';
import type { FeedId } from '../../../src/model.ts';
import { atom, bytes, rss } from './reading.ts';
import { inEnglish } from '../../../src/words/sentence.ts';

const times = 20_000;
const item = (body: string) => rss(`<item><title>A</title>${body}</item>`);
const inBody = (html: string) => item(`<description><![CDATA[${html}]]></description>`);

/** Inputs on which parsers take quadratic time, recurse too deeply or fill the memory; each about half a megabyte. */
const hostile: readonly (readonly [name: string, document: string])[] = [
  ['`<` and nothing else', '<'.repeat(20 * times)],
  ['`<` as a title', item(`<dc:title>${'<'.repeat(20 * times)}</dc:title>`)],
  ['`<` as a body', inBody('<'.repeat(20 * times))],
  ['tags that never end in a body', inBody('a<p'.repeat(10 * times))],
  ['comments that never end in a body', inBody('<!--'.repeat(10 * times))],
  ['blocks in a body', inBody('x<div>\n'.repeat(5 * times))],
  ['scripts that never end in a body', inBody('<script>'.repeat(5 * times))],
  ['pictures that never end in a body', inBody('<img '.repeat(10 * times))],
  ['pictures without an address in a body', inBody('<img src=>'.repeat(5 * times))],
  ['ampersands in a body', inBody('&'.repeat(20 * times))],
  ['references without an end', inBody('&amp'.repeat(10 * times))],
  ['line breaks in a body', inBody('\n '.repeat(10 * times))],
  ['comments that never end', item('<!--'.repeat(10 * times))],
  ['CDATA that never ends', item('<![CDATA['.repeat(5 * times))],
  ['CDATA without anything', item(`<description>${'<![CDATA[]]>'.repeat(2 * times)}</description>`)],
  ['document types', '<!DOCTYPE '.repeat(5 * times)],
  ['document types that open a subset', '<!DOCTYPE a ['.repeat(5 * times)],
  ['instructions', '<?xml '.repeat(5 * times)],
  ['elements inside elements', rss(`<item>${'<a>'.repeat(10 * times)}</item>`)],
  ['elements inside elements, all of them ended', item('<a>'.repeat(3 * times) + '</a>'.repeat(3 * times))],
  ['titles inside titles', rss(`<item>${'<title>'.repeat(3 * times)}</item>`)],
  ['different fields, none of them ended', rss(`<item>${'<title>a<link>b<guid>c'.repeat(times)}`)],
  ['items inside items', rss('<item>'.repeat(3 * times))],
  ['items without anything', rss('<item/>'.repeat(2 * times))],
  ['items that share a guid', rss('<item><guid>1</guid></item>'.repeat(times))],
  [
    'items that share a guid and nothing else',
    rss(Array.from({ length: times }, (_, at) => `<item><guid>1</guid><title>${at}</title></item>`).join('')),
  ],
  ['items that share an address', rss('<item><link>https://a.example/</link></item>'.repeat(times / 10))],
  ['entries without an end', atom('<entry><id>'.repeat(3 * times))],
  ['end tags', rss('</item></title>'.repeat(3 * times))],
  ['channels inside channels', '<rss><channel>'.repeat(3 * times)],
  [
    'channels that move the base',
    `<feed xml:base="https://a.example/">${'<feed xml:base="a/">'.repeat(times)}`,
  ],
  [
    'a base of a megabyte and many links',
    `<feed xml:base="https://a.example/${'a'.repeat(20 * times)}/">${'<entry><link href="b"/></entry>'.repeat(times / 5)}</feed>`,
  ],
  ['an author of at signs', item(`<author>${'@'.repeat(20 * times)}</author>`)],
  [
    'authors of JSON without a name, for many items',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      authors: Array.from({ length: times }, () => ({})),
      items: Array.from({ length: times }, (_, id) => ({ id })),
    }),
  ],
  ['an attribute of a megabyte', rss(`<item><enclosure url="${'a'.repeat(20 * times)}"/></item>`)],
  ['an attribute without its end quote', rss(`<item ${'a="'.repeat(5 * times)}><title>A</title></item>`)],
  [
    'attributes',
    rss(`<item ${Array.from({ length: times }, (_, at) => `a${at}="b"`).join(' ')}><title>A</title></item>`),
  ],
  [
    'namespaces',
    rss(
      Array.from(
        { length: times / 5 },
        (_, at) => `<x xmlns:p${at}="http://purl.org/dc/elements/1.1/"/>`,
      ).join(''),
    ),
  ],
  ['a tag name of a megabyte', rss(`<${'a'.repeat(20 * times)}>`)],
  ['element names', rss(Array.from({ length: times }, (_, at) => `<n${at}/>`).join(''))],
  ['a date of a megabyte', item(`<pubDate>${'1 '.repeat(10 * times)}</pubDate>`)],
  ['an address of a megabyte', item(`<link>https://a.example/${'#'.repeat(20 * times)}</link>`)],
  ['an address full of parameters', item(`<link>https://a.example/?${'a=1&'.repeat(5 * times)}</link>`)],
  ['a language of a megabyte', item(`<language>${'a'.repeat(20 * times)}</language>`)],
  ['an author without an end', item(`<author><name>${'<name'.repeat(5 * times)}</author>`)],
  ['a guid of spaces', item(`<guid>${' '.repeat(20 * times)}x</guid>`)],
  [
    'base64 that is none',
    `<feed version="0.3"><entry><content mode="base64">${'A '.repeat(10 * times)}!</content></entry></feed>`,
  ],
  ['hours', rss(`<skipHours>${'<hour>1'.repeat(3 * times)}</skipHours>`)],
  ['brackets of JSON', '['.repeat(20 * times)],
  ['objects inside objects of JSON', '{"items":'.repeat(2 * times)],
  ['bytes of no charset', 'ÿþý'.repeat(5 * times)],
];

const source = { id: 'f' as FeedId, title: 'F', url: 'https://f.example/feed' };

test.each(hostile)('%s: an answer in time', async (_, document) => {
  const body = bytes(document);
  const before = process.cpuUsage();
  const parsed = await parse(body, { url: source.url });
  const told = parsed.ok ? articles(parsed.feed, source, 0) : [];
  const { user, system } = process.cpuUsage(before);
  expect(parsed.ok ? 'It is a feed.' : inEnglish(parsed.reason)).toMatch(/^[A-Z].*\.$/u);
  expect(told.every(({ text, title }) => text.length <= 4000 && title.length <= 500)).toBe(true);
  // A linear pass takes some 50 ms; a quadratic one takes minutes.
  expect((user + system) / 1000).toBeLessThan(3000);
});

test.each([
  ['XML', rss('<item><title>A</title></item>'.repeat(20_100))],
  [
    'JSON',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: Array.from({ length: 20_100 }, (_, id) => ({ id })),
    }),
  ],
])('of more than twenty thousand items in %s the rest is not read', async (_, document) => {
  const parsed = await parse(bytes(document), {});
  expect(parsed.ok && parsed.feed.items.length).toBe(20_000);
});
