import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Archive } from '../../stories/archive.ts';
import type { Address } from '../address.ts';
import { company } from './company.ts';
import { asked, home } from './home.ts';
import { readersWords } from '../reader.ts';
import { notFound } from './notFound.ts';
import { type Html, icon } from './page.ts';
import { style } from './style.ts';
import { spans, trends } from './trends.ts';

type Shown = Pick<Archive, 'company' | 'latest' | 'search' | 'trends'>;

const dayMs = 86_400_000;
const trending = 12;

/** What people see: the latest, a company, the trends; whole without JavaScript. */
export function pageRoutes(archive: Shown, address: Address, now: () => number): Hono {
  const app = new Hono();
  app.use(etag());
  app.get('/', (c) => show(c, home(archive, asked(c.req.query()), address, readersWords(c))));
  app.get('/companies/:name', (c) => {
    const timeline = archive.company(c.req.param('name'));
    const words = readersWords(c);
    return timeline ? show(c, company(timeline, address, words)) : c.html(notFound(words), 404);
  });
  app.get('/trends', (c) => {
    const span = spans.find((days) => String(days) === c.req.query('days')) ?? 30;
    // Whole days, so that the page stays the same for a while.
    const until = Math.ceil(now() / dayMs) * dayMs;
    const found = archive.trends({ since: until - span * dayMs, until }, trending);
    return show(c, trends(found, span, address, readersWords(c)));
  });
  app.get('/style.css', (c) =>
    c.body(style, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
  app.get('/icon.svg', (c) =>
    c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  return app;
}

const show = (c: Context, page: Html) => {
  c.header('cache-control', 'public, max-age=60');
  c.header('vary', 'Accept-Language', { append: true });
  return c.html(page);
};
