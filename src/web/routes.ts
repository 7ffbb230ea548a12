import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Log } from '../log.ts';
import type { Archive } from '../stories/archive.ts';
import type { Address } from './address.ts';
import { feedRoutes } from './feeds/feedRoutes.ts';
import { headers, rateLimit, readOnly } from './guard.ts';
import type { Metrics } from './metrics/metrics.ts';
import { failed, notFound } from './pages/notFound.ts';
import { pageRoutes } from './pages/pageRoutes.ts';
import type { Readiness } from './readiness.ts';
import { readersWords } from './reader.ts';

export interface Rooms {
  /** Whether there is something to look at; health and metrics alone when false. */
  readonly pages: boolean;
  readonly archive: Archive;
  readonly address: Address;
  readonly now: () => number;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly log: Log;
  /** Requests a minute that one client may make. */
  readonly perMinute: number;
  /** Makes stories known that another process told. */
  readonly catchUp: () => Promise<void>;
  /** Answers the hubs that push feeds to us; absent when none was asked to. */
  readonly hubs?: ((request: Request) => Promise<Response>) | undefined;
}

/** Every address the web room answers. */
export function routes(rooms: Rooms): Hono {
  const { archive, address, now, metrics, readiness, log, perMinute, catchUp, hubs } = rooms;
  const app = new Hono();
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    metrics.served(c.req.routePath, c.res.status, (performance.now() - start) / 1_000);
  });
  app.use(headers);
  // The one address at which something is taken in; it reads nothing that is not signed.
  if (hubs) app.all('/websub/:feed', (c) => hubs(c.req.raw));
  app.use(readOnly);
  // Before the rate limit: whoever watches us must not be turned away.
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.use(rateLimit(perMinute));
  app.get('/readyz', async (c) => {
    const unready = await readiness.unready();
    return unready.length === 0 ? c.json({ ready: true }) : c.json({ ready: false, unready }, 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
  if (rooms.pages) {
    app.use(compress(), async (_c, next) => {
      await catchUp();
      await next();
    });
    app.route('/', feedRoutes(archive, address));
    app.route('/', pageRoutes(archive, address, now));
    app.notFound((c) => c.html(notFound(readersWords(c)), 404));
  }
  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'the web room failed to answer');
    return c.html(failed(readersWords(c)), 500);
  });
  return app;
}
