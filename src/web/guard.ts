import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientKey } from './clientKey.ts';
import { readersWords } from './reader.ts';

/** Nothing but our own files; styles and pictures, no scripts, no frames, no third party. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  // Whether the site is reachable by HTTPS is known to the proxy in front of us, not to us.
  strictTransportSecurity: false,
});

/** We only ever read: whatever carries a body or would change something is refused unread. */
export const readOnly = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  return c.text('Only GET and HEAD are answered here.\n', 405, { allow: 'GET, HEAD', connection: 'close' });
});

/** Pages with a drawing take as long as some twenty without; nobody needs many of them in a minute. */
const drawn = /^\/(?:companies\/[^/]+|trends)$/u;
const drawnCost = 5;

/** At most so many requests a minute from one client, of which a page with a drawing counts for several. */
export function rateLimit(perMinute: number) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return createMiddleware(async (c, next) => {
    const peer = getConnInfo(c).remote.address ?? '';
    try {
      const cost = drawn.test(c.req.path) ? Math.min(drawnCost, perMinute) : 1;
      await limiter.consume(clientKey(peer, c.req.header('x-forwarded-for')), cost);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.ceil(refusal.msBeforeNext / 1_000);
      return c.text(`${readersWords(c).say('web.tooFast', { seconds })}\n`, 429, {
        'retry-after': String(seconds),
      });
    }
    return next();
  });
}
