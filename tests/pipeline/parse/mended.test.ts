import { expect, test } from 'vitest';
import { read, rss } from './reading.ts';

/** Documents that break a rule and are read all the same, with what is read of their first item. */
const mended: readonly (readonly [name: string, document: string, first: object])[] = [
  // Around the document
  ['a blank line before the declaration', `\n\n${rss('<item><title>A</title></item>')}`, { title: 'A' }],
  [
    'a warning of PHP before the document',
    `<br />\n<b>Warning</b>: mysql_connect() in <b>/srv/www</b> on line <b>3</b><br />${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'an HTML comment before the root',
    `<!-- cached <rss> 12:00 -->${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'words behind the root',
    `${rss('<item><title>A</title></item>')}<script>track()</script> bye`,
    { title: 'A' },
  ],
  ['a byte order mark in the middle', `\uFEFF\uFEFF${rss('<item><title>A</title></item>')}`, { title: 'A' }],
  [
    'a declaration of another version',
    `<?xml version="1.1" standalone='maybe'?>${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'a style sheet instruction',
    `<?xml-stylesheet type="text/xsl" href="/a.xsl?a>b"?>${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'a DOCTYPE that names a DTD elsewhere',
    `<!DOCTYPE rss PUBLIC "-//N//DTD" "http://dtd.example/rss.dtd">${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'a web page around the feed',
    `<html><head><title>x</title></head></html>${rss('<item><title>A</title></item>')}`,
    { title: 'A' },
  ],
  [
    'a description, then a summary, and no content',
    rss('<item><description>D</description><summary>S</summary></item>'),
    { summary: 'D', content: 'S' },
  ],
  [
    'a summary, then a description, and no content',
    rss('<item><summary>S</summary><description>D</description></item>'),
    { summary: 'S', content: 'D' },
  ],
  [
    'angle brackets by the names of XHTML',
    rss('<item><title>&lang;A&rang;</title></item>'),
    { title: '\u2329A\u232A' },
  ],
  [
    'spaces of every kind in a title',
    rss('<item><title>\n A\t &nbsp;  B&emsp;C </title></item>'),
    { title: 'A \u00A0 B\u2003C' },
  ],
  // Roots
  [
    'RSS 1.1, with items in a list',
    '<Channel xmlns="http://purl.org/net/rss1.1#"><items><item><title>A</title></item></items></Channel>',
    { title: 'A' },
  ],
  ['no version', '<rss><channel><item><title>A</title></item></channel></rss>', { title: 'A' }],
  [
    'a version from the future',
    '<rss version="9.7"><channel><item><title>A</title></item></channel></rss>',
    { title: 'A' },
  ],
  ['no channel', '<rss version="2.0"><item><title>A</title></item></rss>', { title: 'A' }],
  [
    'items behind the channel',
    '<rss version="2.0"><channel><title>W</title></channel><item><title>A</title></item></rss>',
    { title: 'A' },
  ],
  [
    'items inside the channel of an RDF document',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><item><title>A</title></item></channel></rdf:RDF>',
    { title: 'A' },
  ],
  ['no root at all', '<channel><title>W</title><item><title>A</title></item></channel>', { title: 'A' }],
  ['nothing but items', '<item><title>A</title></item><item><title>B</title></item>', { title: 'A' }],
  [
    'nothing but an Atom entry',
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>urn:a</id></entry>',
    { title: 'A', id: 'urn:a' },
  ],
  [
    'tags in capitals',
    '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>A</TITLE><PUBDATE>Thu, 01 Jan 2026 00:00:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>',
    { title: 'A', publishedAt: Date.UTC(2026, 0, 1) },
  ],
  [
    'a prefix before every RSS element',
    '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>A</r:title></r:item></r:channel></r:rss>',
    { title: 'A' },
  ],
  [
    'a prefix before every Atom element',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title><a:id>1</a:id></a:entry></a:feed>',
    { title: 'A', id: '1' },
  ],
  [
    'another prefix for Dublin Core',
    rss(
      '<item xmlns:core="http://purl.org/dc/elements/1.1/"><title>A</title><core:creator>Kim</core:creator></item>',
    ),
    { author: 'Kim' },
  ],
  [
    'a prefix that nobody declared',
    rss('<item><title>A</title><dc:creator>Kim</dc:creator></item>'),
    { author: 'Kim' },
  ],
  [
    'Atom elements in RSS items',
    rss(
      '<item xmlns:at="http://www.w3.org/2005/Atom"><at:title>A</at:title><at:id>7</at:id><at:link href="https://a.example/"/></item>',
    ),
    { title: 'A', id: '7', url: 'https://a.example/' },
  ],
  // References
  ['a bare ampersand', rss('<item><title>AT&T & Q&A</title></item>'), { title: 'AT&T & Q&A' }],
  [
    'bare ampersands in an address',
    rss('<item><link>https://a.example/?a=1&b=2&copy=3</link></item>'),
    { url: 'https://a.example/?a=1&b=2&copy=3' },
  ],
  [
    'references that only HTML knows',
    rss('<item><title>caf&eacute; &ndash; &euro;5</title></item>'),
    { title: 'café – €5' },
  ],
  ['references that nobody knows', rss('<item><title>&foo; &bar</title></item>'), { title: '&foo; &bar' }],
  [
    'a reference to no character',
    rss('<item><title>A&#0;B&#x110000;C&#xD800;</title></item>'),
    { title: expect.stringMatching(/^A.?B.?C.?$/u) },
  ],
  [
    'references to characters of windows-1252',
    rss('<item><title>&#145;A&#146; &#150; B</title></item>'),
    { title: '‘A’ – B' },
  ],
  [
    'references escaped twice in a title',
    rss('<item><title>A &amp;amp; B</title></item>'),
    { title: 'A & B' },
  ],
  [
    'entities that the document declares',
    `<!DOCTYPE rss [<!ENTITY firm "Lumora &#38; Co">]>${rss('<item><title>&firm; grows</title></item>')}`,
    { title: 'Lumora & Co grows' },
  ],
  // Characters
  ['control characters', rss('<item><title>A\u0000\u0008\u000B\u001FB</title></item>'), { title: 'AB' }],
  [
    'half a surrogate pair',
    rss('<item><title>A\uD83D B</title></item>'),
    { title: expect.stringMatching(/^A.? B$/u) },
  ],
  ['windows-1252 quotes in Unicode', rss('<item><title>\u0093A\u0094</title></item>'), { title: '“A”' }],
  ['non-characters', rss('<item><title>A\uFFFE\uFFFFB</title></item>'), { title: 'AB' }],
];

test.each(mended)('%s', async (_, document, first) => {
  const { items } = await read(document);
  expect(items[0]).toMatchObject(first);
});
