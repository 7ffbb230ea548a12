import type { Feed, FeedId, HubSubscription } from '../model.ts';
import { intent } from '../pipeline/websub/intent.ts';
import { isSigned } from '../pipeline/websub/isSigned.ts';
import type { House } from './house.ts';
import { ingest } from './ingest.ts';

const mostBytes = 10 * 1_024 * 1_024;

/**
 * Answers hubs (WebSub §5.3, §7) at `<callbackUrl>/<feed id>`: confirms what we asked for, and takes in what
 * is pushed. Nothing that is not signed with our secret is read, and nobody learns that it was not.
 */
export async function hubCallback(house: House, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const id = pathname.slice(pathname.lastIndexOf('/') + 1);
  const feed = house.feeds.get(id as FeedId);
  const asked = feed && (await house.memory.hubs.get(id));
  if (!feed || !asked) return plain(404, 'There is no such subscription.');
  if (request.method === 'GET') return verification(house, feed, asked, searchParams);
  if (request.method === 'POST') return push(house, feed, asked, request);
  return plain(405, 'Only GET and POST are answered here.');
}

async function verification(
  { memory, now }: House,
  feed: Feed,
  asked: HubSubscription,
  query: URLSearchParams,
): Promise<Response> {
  const wish = intent(query, asked, now());
  switch (wish.is) {
    case 'confirmed':
      await memory.hubs.set(feed.id, { ...asked, lease: wish.lease });
      return plain(200, wish.challenge);
    case 'denied': {
      const { lease: _, ...rest } = asked;
      await memory.hubs.set(feed.id, { ...rest, deniedAt: now() });
      return plain(200, '');
    }
    case 'foreign':
      return plain(404, 'This was not asked for.');
  }
}

async function push(house: House, feed: Feed, asked: HubSubscription, request: Request): Promise<Response> {
  const { memory, now, report } = house;
  const body = await bodyOf(request);
  if (body === undefined) return plain(413, 'That is too much for a feed.');
  if (asked.lease === undefined || !isSigned(request.headers.get('x-hub-signature'), asked.secret, body))
    return plain(202, '');
  const contentType = request.headers.get('content-type');
  const ingested = await ingest(house, feed, await memory.states.get(feed.id), {
    body,
    url: asked.topic,
    ...(contentType !== null && { contentType }),
  });
  await memory.hubs.set(feed.id, { ...asked, pushedAt: now() });
  if (ingested.is === 'read') {
    const { articles, unseen, partnerships } = ingested;
    report({ is: 'pushed', feed, articles, unseen, partnerships });
  }
  return plain(202, '');
}

/** Undefined when there is more than a feed can be. */
async function bodyOf(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
