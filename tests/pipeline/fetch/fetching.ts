import { onTestFinished } from 'vitest';
import type { RequestListener } from 'node:http';
import type { Validators } from '../../../src/model.ts';
import {
  type Fetched,
  type Fetcher,
  type FetcherOptions,
  fetcher,
} from '../../../src/pipeline/fetch/fetch.ts';
import { webServer } from './loopback.ts';

export const feed = '<rss><channel><title>Café news</title></channel></rss>';
export const now = Date.parse('2026-11-24T12:00:00Z');

/** A fetcher for the length of one test; loopback is allowed unless told otherwise. */
export function fetching(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = fetcher({
    userAgent: 'Pactwire-tests/1 (+https://example.org)',
    timeoutMs: 2_000,
    allowPrivate: ['127.0.0.0/8'],
    ...options,
  });
  onTestFinished(() => made.close());
  return made;
}

/** What a feed comes to that is answered in this way, at `now`. */
export async function fetched(answer: RequestListener, sent: Validators = {}): Promise<Fetched> {
  const { origin } = await webServer(answer);
  return fetching({ now: () => now }).fetch(`${origin}/feed.xml`, sent);
}

export const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(code, headers).end('An explanation that nobody reads.');
  };

export const text = (result: Fetched): string =>
  result.is === 'changed' ? Buffer.from(result.body).toString() : JSON.stringify(result);
