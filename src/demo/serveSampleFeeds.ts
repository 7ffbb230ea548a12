import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freshened } from './freshened.ts';

export interface SampleFeeds {
  readonly feeds: readonly { readonly url: string; readonly title: string; readonly language: string }[];
  close(): Promise<void>;
}

const samples = [
  { file: 'the-circuit-post.xml', format: 'rss', title: 'The Circuit Post', language: 'en' },
  { file: 'pocket-signal.xml', format: 'atom', title: 'Pocket Signal', language: 'en' },
  { file: 'foundry-ledger.xml', format: 'rss', title: 'The Foundry Ledger', language: 'en' },
  { file: 'wireline-press.xml', format: 'rss', title: 'Wireline Press', language: 'en' },
  { file: 'werkbank-digital.xml', format: 'atom', title: 'Werkbank Digital', language: 'de' },
  { file: 'denki-techo.xml', format: 'rss', title: '電気手帖', language: 'ja' },
] as const;

interface Page {
  readonly body: string;
  readonly headers: Readonly<Record<'content-type' | 'etag' | 'last-modified', string>>;
}

/** Serves the invented news of `feeds/demo/` on loopback, dated as if it were published just before `now`. */
export async function serveSampleFeeds(now = new Date()): Promise<SampleFeeds> {
  const entries = samples.map(async (sample) => [`/${sample.file}`, await page(sample, now)] as const);
  const pages = new Map(await Promise.all(entries));
  const server = createServer((request, response) => answer(pages, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`no port in ${address}`);
  return {
    feeds: samples.map(({ file, title, language }) => ({
      url: `http://127.0.0.1:${address.port}/${file}`,
      title,
      language,
    })),
    async close() {
      const closed = once(server, 'close');
      server.close();
      // A client's keep-alive connections would hold the server open for seconds.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function page({ file, format }: (typeof samples)[number], now: Date): Promise<Page> {
  const text = await readFile(new URL(`../../feeds/demo/${file}`, import.meta.url), 'utf8');
  const body = freshened(text, format, now);
  const headers = {
    'content-type': `application/${format}+xml; charset=utf-8`,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    'last-modified': now.toUTCString(),
  };
  return { body, headers };
}

function answer(pages: ReadonlyMap<string, Page>, request: IncomingMessage, response: ServerResponse): void {
  const found = pages.get(request.url ?? '');
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`There is no sample feed at this address: try ${[...pages.keys()].join(', ')}.\n`);
  } else if (isFresh(request, found)) {
    const { etag, 'last-modified': lastModified } = found.headers;
    response.writeHead(304, { etag, 'last-modified': lastModified }).end();
  } else {
    response.writeHead(200, found.headers).end(found.body);
  }
}

/** Whether the client's copy is current; with an entity tag the date does not count (RFC 9110 §13.2.2). */
function isFresh({ headers }: IncomingMessage, found: Page): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', found.headers.etag].includes(tag.trim().replace(/^W\//u, '')));
  }
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(found.headers['last-modified']) <= Date.parse(since);
}
