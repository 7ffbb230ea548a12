import { expect, test } from 'vitest';
import { atom, read, rss } from './reading.ts';

/** Markup that is broken, or odd, and what is read of the first item. */
const broken: readonly (readonly [name: string, document: string, first: object])[] = [
  [
    'a document cut off inside an item',
    '<rss version="2.0"><channel><item><title>A</title><link>https://a.example/1</link></item><item><title>B</ti',
    { title: 'A', url: 'https://a.example/1' },
  ],
  [
    'a document cut off inside CDATA',
    '<rss version="2.0"><channel><item><title>A</title><description><![CDATA[<p>Lea',
    { title: 'A', summary: '<p>Lea' },
  ],
  [
    'a document cut off inside a tag',
    '<rss version="2.0"><channel><item><title>A</title><enclosure url="https://a.exam',
    { title: 'A' },
  ],
  [
    'a document cut off inside a comment',
    '<rss version="2.0"><channel><item><title>A</title></item><!-- tail',
    { title: 'A' },
  ],
  ['an item that never ends', rss('<item><title>A</title><item><title>B</title></item>'), { title: 'A' }],
  [
    'a title that never ends',
    rss('<item><title>A<link>https://a.example/</link></item>'),
    { title: 'A', url: 'https://a.example/' },
  ],
  [
    'a title that ends under another name',
    rss('<item><title>A</description><link>https://a.example/</link></item>'),
    { title: 'A', url: 'https://a.example/' },
  ],
  [
    'HTML that never ends',
    rss('<item><description>One<br>two<p>three</description><title>A</title></item>'),
    { title: 'A', summary: 'One<br>two<p>three' },
  ],
  [
    'HTML that ends in the wrong order',
    rss('<item><description><b><i>x</b></i></description><title>A</title></item>'),
    { title: 'A', summary: '<b><i>x</b></i>' },
  ],
  [
    'attributes without quotes',
    rss('<item><enclosure url=https://a.example/a.jpg type=image/jpeg><title>A</title></item>'),
    { title: 'A' },
  ],
  [
    'an attribute written twice',
    rss('<item><guid isPermaLink="false" isPermaLink="true">7</guid></item>'),
    { id: '7', url: '' },
  ],
  ['an attribute with `<` in it', atom('<entry><title type="a<b">A</title><id>1</id></entry>'), { id: '1' }],
  ['space inside end tags', rss('<item ><title >A</title ></item >'), { title: 'A' }],
  ['`<` that begins no tag', rss('<item><title>1 < 2 and 3<4</title></item>'), { title: '1 < 2 and 3<4' }],
  ['elements inside a title', rss('<item><title>Bo<b>l</b>d</title></item>'), { title: 'Bold' }],
  ['CDATA beside text', rss('<item><title>A <![CDATA[& B]]> &amp; C</title></item>'), { title: 'A & B & C' }],
  [
    'CDATA inside CDATA',
    rss('<item><description><![CDATA[a <![CDATA[b]]> c]]></description><title>A</title></item>'),
    { title: 'A' },
  ],
  [
    '`</item>` inside CDATA',
    rss('<item><description><![CDATA[</item></channel></rss>]]></description><title>A</title></item>'),
    { title: 'A', summary: '</item></channel></rss>' },
  ],
  ['a comment inside a title', rss('<item><title>A<!-- </title> -->B</title></item>'), { title: 'AB' }],
  [
    'an image with a title of its own',
    rss('<item><image><title>Logo</title><url>https://a.example/l.png</url></image><title>A</title></item>'),
    { title: 'A', image: 'https://a.example/l.png' },
  ],
  [
    'a search box with fields of its own',
    rss(
      '<textInput><title>Search</title><link>https://a.example/s</link></textInput><item><title>A</title></item>',
    ),
    { title: 'A' },
  ],
  [
    'a source with fields of its own',
    atom(
      '<entry><source><title>Other</title><id>urn:other</id></source><title>A</title><id>urn:a</id></entry>',
    ),
    { title: 'A', id: 'urn:a' },
  ],
  // Fields
  [
    'a link without an address',
    atom('<entry><link/><title>A</title><id>1</id></entry>'),
    { url: '', title: 'A' },
  ],
  [
    'an entry without anything, before a good one',
    atom('<entry/><entry>words</entry><entry><title>A</title></entry>'),
    { title: '' },
  ],
  [
    'a date that is none',
    atom('<entry><published>soon</published><updated>2026-01-02T00:00:00Z</updated><id>1</id></entry>'),
    { publishedAt: Date.UTC(2026, 0, 2) },
  ],
  [
    'a guid that is an empty element',
    rss('<item><guid/><link>https://a.example/</link></item>'),
    { id: '', url: 'https://a.example/' },
  ],
  [
    'a link in CDATA with space around it',
    rss('<item><link>\n <![CDATA[ https://a.example/ ]]>\n</link></item>'),
    { url: 'https://a.example/' },
  ],
  [
    'a body in base64 (Atom 0.3)',
    '<feed version="0.3"><entry><title>A</title><content mode="base64">PGI+aGk8L2I+</content></entry></feed>',
    { content: '<b>hi</b>' },
  ],
  [
    'a body as XHTML',
    atom(
      '<entry><id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; <b>b</b></p></div></content></entry>',
    ),
    { content: expect.stringContaining('<p>a &amp; <b>b</b></p>') },
  ],
  [
    'fields named as properties of every object',
    rss(
      '<item><constructor>x</constructor><__proto__>y</__proto__><toString/><hasOwnProperty/><title>A</title></item>',
    ),
    { title: 'A' },
  ],
];

test.each(broken)('%s', async (_, document, first) => {
  const { items } = await read(document);
  expect(items[0]).toMatchObject(first);
});
