import { createHash } from 'node:crypto';
import type { FeedId } from './model.ts';

/** The identity of a feed, derived from its address, so that the same feed in two lists is one feed. */
export function feedId(url: string): FeedId {
  const { protocol, host, pathname, search } = new URL(url);
  // http and https, with and without "www." lead to the same feed wherever both are served.
  const address = `${protocol.replace('https:', 'http:')}//${host.replace(/^www\./u, '')}${pathname.replace(/\/+$/u, '')}${search}`;
  return createHash('sha256').update(address).digest('base64url').slice(0, 16) as FeedId;
}
