import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Item {
  readonly title: string;
  readonly guid?: string;
  readonly link?: string;
  readonly description?: string;
  readonly date?: Date;
}

export interface FeedServer {
  /** Puts a feed at a path (again, when it was there) and gives its address. */
  publish(path: string, title: string, items: readonly Item[]): string;
  /** Puts any bytes at a path. */
  serve(path: string, body: string | Uint8Array, type: string): string;
  /** What was asked so far: one line a request, `200 /a` or `304 /a`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A publisher on loopback: RSS with validators, 304 for what has not changed. */
export async function feedServer(): Promise<FeedServer> {
  const documents = new Map<string, { body: Uint8Array; type: string; etag: string }>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const document = documents.get(request.url ?? '');
    const status = document === undefined ? 404 : isCurrent(request, document.etag) ? 304 : 200;
    requests.push(`${status} ${request.url}`);
    response.writeHead(status, document && { etag: document.etag, 'content-type': document.type });
    response.end(status === 200 ? document?.body : undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function serve(path: string, content: string | Uint8Array, type: string): string {
    const body = Buffer.from(content);
    documents.set(path, {
      body,
      type,
      etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`,
    });
    return `${base}${path}`;
  }
  return {
    serve,
    publish: (path, title, items) => serve(path, rss(title, base, items), 'application/rss+xml'),
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const isCurrent = (request: IncomingMessage, etag: string): boolean =>
  request.headers['if-none-match'] === etag;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const rss = (title: string, base: string, items: readonly Item[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escape(title)}</title><link>${base}/</link>${items
    .map(
      ({ title: headline, guid, link, description = '', date }) =>
        `<item><title>${escape(headline)}</title>${link === undefined ? '' : `<link>${escape(link)}</link>`}${
          guid === undefined ? '' : `<guid isPermaLink="false">${escape(guid)}</guid>`
        }<description>${escape(description)}</description>${
          date === undefined ? '' : `<pubDate>${date.toUTCString()}</pubDate>`
        }</item>`,
    )
    .join('')}</channel></rss>`;
