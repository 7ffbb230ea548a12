import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedId } from '../../../src/model.ts';
import { articles } from '../../../src/pipeline/parse/articles.ts';
import { parse, parsedLine } from '../../../src/pipeline/parse/parse.ts';
import { bytes } from './reading.ts';
import { inEnglish } from '../../../src/words/sentence.ts';

const source = { id: 'f' as FeedId, title: 'F', url: 'https://f.example/feed' };

/** What is wrong with the answer; undefined when it is a feed or a reason, each whole. */
async function fault(body: Uint8Array, contentType?: string): Promise<string | undefined> {
  const parsed = await parse(body, { url: source.url, ...(contentType !== undefined && { contentType }) });
  if (!parsed.ok) {
    const said = inEnglish(parsed.reason);
    return /^[A-Z].*\.$/u.test(said) ? undefined : `no sentence: ${said}`;
  }
  const told = articles(parsed.feed, source, 0);
  if (new Set(told.map(({ id }) => id)).size < told.length) return 'two articles with one id';
  for (const { url, title, text, publishedAt } of told) {
    if (!/^$|^https?:/u.test(url)) return `no web page: ${url}`;
    if (typeof title !== 'string' || typeof text !== 'string') return 'no text';
    if (!Number.isSafeInteger(publishedAt)) return `no date: ${publishedAt}`;
  }
  const printed = JSON.parse(JSON.stringify(parsedLine('f', parsed))) as Record<string, unknown>;
  return Array.isArray(printed.items) ? undefined : 'no line';
}

test('any bytes', async () => {
  const anyBytes = fc.uint8Array({ maxLength: 500 });
  await fc.assert(
    fc.asyncProperty(anyBytes, async (body) => {
      expect(await fault(body)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

/** What feeds are made of; strung together at random these reach far deeper than random characters do. */
const pieces = fc.constantFrom(
  ...'<rss version="2.0">|</rss>|<channel>|</channel>|<item>|</item>|<item/>|<feed xmlns="http://www.w3.org/2005/Atom">|</feed>|<entry>|</entry>|<rdf:RDF>|</rdf:RDF>'.split(
    '|',
  ),
  ...'<title>|</title>|<title type="xhtml">|<link>|</link>|<link href="/a?b=1&c"/>|<link rel=alternate href=\'b\'>|<guid isPermaLink="false">|</guid>|<id>|</id>'.split(
    '|',
  ),
  ...'<description>|</description>|<content type="html">|<content mode="base64">|</content>|<pubDate>|</pubDate>|<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">|<author><name>|<media:content url="a.png"/>'.split(
    '|',
  ),
  ...'<![CDATA[|]]>|<!--|-->|<!DOCTYPE rss [|<!ENTITY a "&a;b">|]>|<?xml version="1.0" encoding="utf-16"?>|<?|?>|<|>|"|\'|&|;|=|/|</|<b>|</p>'.split(
    '|',
  ),
  ...'&amp;|&lt;|&a;|&#0;|&#x1F600;|&#xD800;|&eacute|\u0000|\uFEFF|\uD83D|Thu, 01 Jan 2026 12:00:00 GMT|2026-13-45|https://a.example/|xml:base="http://["|__proto__|constructor'.split(
    '|',
  ),
  ...'{"version":"https://jsonfeed.org/version/1.1","items":[|{"id":1,"url":null},|{"id":"a","content_html":{}},|]}'.split(
    '|',
  ),
  ' ',
  '\n',
);

test('any string of the pieces that feeds are made of', async () => {
  const start = fc.constantFrom(
    '',
    '<rss version="2.0"><channel><item>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry>',
  );
  const rest = fc.array(fc.oneof(pieces, fc.string({ maxLength: 10 })), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(start, rest, async (begun, parts) => {
      expect(await fault(bytes(begun + parts.join('')))).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

const whole = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>W</title><link>https://w.example/</link><item><title>A &amp; B</title><link>/a</link><guid>1</guid>
<dc:creator>Kim</dc:creator><pubDate>Thu, 01 Jan 2026 12:00:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description>
</item><item><title>C</title><enclosure url="/c.png" type="image/png"/></item></channel></rss>`;

test('a feed with any of its bytes changed', async () => {
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const body = bytes(whole);
      for (const [at, byte] of changed) body[at] = byte;
      expect(await fault(body)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('a feed cut off anywhere keeps its whole items', async () => {
  const firstEnds = whole.indexOf('</item>') + '</item>'.length;
  for (let length = 0; length <= whole.length; length += 1) {
    const body = bytes(whole.slice(0, length));
    expect(await fault(body)).toBeUndefined();
    const parsed = await parse(body, {});
    const kept = parsed.ok && parsed.feed.items[0]?.title === 'A & B';
    expect(kept || length < firstEnds).toBe(true);
  }
});

const anyJson = fc.oneof(
  fc.json(),
  fc
    .record({
      version: fc.constant('https://jsonfeed.org/version/1.1'),
      items: fc.array(fc.jsonValue()),
      title: fc.jsonValue(),
      authors: fc.jsonValue(),
      hubs: fc.jsonValue(),
    })
    .map((feed) => JSON.stringify(feed)),
);

test('any JSON', async () => {
  await fc.assert(
    fc.asyncProperty(anyJson, async (document) => {
      expect(await fault(bytes(document))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('any content type', async () => {
  const charset = fc.string().map((label) => `text/xml; charset=${label}`);
  await fc.assert(
    fc.asyncProperty(charset, async (contentType) => {
      expect(await fault(bytes(whole), contentType)).toBeUndefined();
    }),
  );
});
