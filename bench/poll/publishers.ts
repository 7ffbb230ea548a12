/**
 * A thousand publishers on loopback, in a process of their own: `/feed` of each is one of RSS's plainer feeds, with an
 * ETag, answered after 20 ms. Every publisher is a host of its own (127.x.y.z), as on the web.
 * Speaks with its parent: `{ publish: n }` gives each of the first n feeds one new item.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { itemsPerFeed, latencyMs } from './terms.ts';

const extra = new Map<string, number>();
const documents = new Map<string, { readonly body: string; readonly etag: string }>();

const sentence =
  'Northwind and Contoso said on Tuesday that they will sell <a href="https://wire.example/x?a=1&amp;b=2">sensors</a> together, &#8220;for a start&#8221; in Europe. ';

function itemOf(host: string, number: number): string {
  const date = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toUTCString();
  return `<item><title>Bulletin ${number} of ${host}: what changes this week</title>
<link>http://${host}/bulletin-${number}/?utm_source=rss</link><dc:creator><![CDATA[Kim Doe]]></dc:creator>
<pubDate>${date}</pubDate><category><![CDATA[Deals]]></category><category><![CDATA[Sensors]]></category>
<guid isPermaLink="false">http://${host}/?p=${number}</guid>
<description><![CDATA[${sentence}]]></description>
<content:encoded><![CDATA[${`<p>${sentence}</p>\n`.repeat(8)}]]></content:encoded></item>`;
}

function documentOf(host: string): { readonly body: string; readonly etag: string } {
  const made = documents.get(host);
  if (made) return made;
  const newest = itemsPerFeed + (extra.get(host) ?? 0);
  const items = Array.from({ length: itemsPerFeed }, (_, index) => itemOf(host, newest - index));
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Wire of ${host}</title><link>http://${host}</link><description>News</description><language>en</language>
${items.join('\n')}
</channel></rss>`;
  const document = { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` };
  documents.set(host, document);
  return document;
}

const server = createServer((request, response) => {
  const { body, etag } = documentOf(request.headers.host?.replace(/:\d+$/u, '') ?? '');
  setTimeout(() => {
    const isCurrent = request.headers['if-none-match'] === etag;
    response.writeHead(isCurrent ? 304 : 200, { etag, 'content-type': 'application/rss+xml' });
    response.end(isCurrent ? undefined : body);
  }, latencyMs);
});

process.on('message', ({ publish }: { readonly publish: readonly string[] }) => {
  for (const host of publish) {
    extra.set(host, (extra.get(host) ?? 0) + 1);
    documents.delete(host);
  }
  process.send?.({ published: publish.length });
});
server.listen(0, '0.0.0.0', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit());
