import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from '../../../src/pipeline/parse/parse.ts';
import { bytes } from './reading.ts';
import { reading } from '../../said.ts';

const noFeed = 'This is not a feed: no RSS, RDF or Atom element was found in it. Check the address.';
const webPage = 'This is a web page, not a feed: look for a link called RSS, Atom or Feed on it.';
const otherJson =
  'This is JSON, but not a JSON Feed: it has no "version" of jsonfeed.org and no "items". Check the address.';
const brokenJson = 'This begins like JSON but cannot be read as JSON: the document may be cut off.';

/** Documents that are no feed, with the sentence a person gets. */
const refused: readonly (readonly [name: string, document: string | Uint8Array, sentence: string])[] = [
  ['nothing', '', 'The document is empty: check the address.'],
  ['white space', ' \r\n\t \uFEFF', 'The document is empty: check the address.'],
  ['NUL bytes', new Uint8Array(64), noFeed],
  ['a web page', '<!DOCTYPE html><html><head><title>News</title></head><body>Hi</body></html>', webPage],
  [
    'a web page with a list called "item"',
    '<!doctype html><html><body><item>x</item><feed></feed></body></html>',
    webPage,
  ],
  [
    'a page of a web application firewall',
    '<html><head><title>Just a moment...</title></head></html>',
    webPage,
  ],
  [
    'an OPML list',
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="a"/></body></opml>',
    'This is an OPML list of feeds, not a feed: import it with /feeds import, or on the command line with "npm run -s pactwire -- opml import FILE".',
  ],
  [
    'a sitemap',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>',
    noFeed,
  ],
  ['a picture in XML', '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg>', noFeed],
  ['an answer of SOAP', '<soap:Envelope><soap:Body/></soap:Envelope>', noFeed],
  ['a message in plain text', 'Service Unavailable', noFeed],
  ['a feed that is only spoken of', 'Use <b>rss</b> or &lt;rss&gt; here', noFeed],
  ['a feed inside a comment', '<!-- <rss><channel><item><title>A</title></item></channel></rss> -->', noFeed],
  ['a feed inside CDATA', '<![CDATA[<rss><channel><item/></channel></rss>]]>', noFeed],
  [
    'a feed inside its own DOCTYPE',
    '<!DOCTYPE x [<!ENTITY a "<rss><item><title>A</title></item></rss>">]><x>&a;</x>',
    noFeed,
  ],
  ['a document type and no document', '<!DOCTYPE rss [<!ENTITY a "b">', noFeed],
  ['JSON that is another thing', '{"error":"not found"}', otherJson],
  ['a JSON list', '[1, 2, 3]', otherJson],
  ['JSON cut off', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"', brokenJson],
  [
    'a gzip archive',
    gzipSync('<rss/>'),
    'This is a gzip archive that nobody unpacked, not a feed: check the address.',
  ],
  [
    'Zstandard data',
    Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0),
    'This is Zstandard data that nobody unpacked, not a feed: check the address.',
  ],
  ['a ZIP archive', bytes('PK\u0003\u0004rest'), 'This is a ZIP archive, not a feed: check the address.'],
  [
    'a PNG picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
    'This is a PNG picture, not a feed: check the address.',
  ],
  [
    'a JPEG picture',
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    'This is a JPEG picture, not a feed: check the address.',
  ],
  ['a GIF picture', bytes('GIF89a'), 'This is a GIF picture, not a feed: check the address.'],
  ['a PDF document', bytes('%PDF-1.7'), 'This is a PDF document, not a feed: check the address.'],
  ['more than 10 MiB', new Uint8Array(10 * 1_048_576 + 1), 'The document is larger than 10 MiB.'],
];

test.each(refused)('%s', async (_, document, sentence) => {
  const body = typeof document === 'string' ? bytes(document) : document;
  expect(await parse(body, {})).toEqual({ ok: false, reason: reading(sentence) });
});
