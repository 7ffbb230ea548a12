/**
 * How long the web room and the pictures take over a large archive: `node bench/web.ts [stories]`.
 * Pages are asked for over HTTP on loopback, one at a time, as a visitor without a cache would.
 */
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import type { Story } from '../src/model.ts';
import { begin } from '../src/pipeline/group/grow.ts';
import { archive } from '../src/stories/archive.ts';
import { networkPicture } from '../src/stories/pictures/networkPicture.ts';
import { trendsPicture } from '../src/stories/pictures/trendsPicture.ts';
import { aWebRoom } from '../tests/web/aWebRoom.ts';
import { deals } from './stories/synthetic.ts';

const count = Number(process.argv[2] ?? 20_000);
const times = 30;
const mostKb = 50;
const mostMs = 100;
const day = 86_400_000;

const stories: readonly Story[] = Array.from(deals(count, 1_000), ({ article, finding }) =>
  begin(article, finding, article.text.slice(0, 300)),
);
const kept = archive(stories);
const now = (stories.at(-1)?.firstSeenAt ?? 0) + day;
const period = { since: now - 90 * day, until: now };
const [busiest] = kept.trends(period, 1).companies;
const company = busiest?.name ?? '';
const word = stories.at(-1)?.headline.split(' ').at(-1) ?? '';

interface Row {
  readonly what: string;
  readonly ms: readonly number[];
  /** Processor time of one, asking included; unlike the clock it does not depend on who else is busy. */
  readonly cpuMs: number;
  readonly kb: number;
  readonly sentKb: number;
}
const rows: Row[] = [];

async function measure(what: string, make: () => Promise<{ kb: number; sentKb: number }>): Promise<void> {
  const ms: number[] = [];
  let size = { kb: 0, sentKb: 0 };
  const before = process.cpuUsage();
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    size = await make();
    ms.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  rows.push({ what, ms, cpuMs: (user + system) / 1_000 / times, ...size });
}

const web = await aWebRoom(stories, { now: () => now, perMinute: 1_000_000 });
const pages: readonly (readonly [what: string, path: string])[] = [
  ['latest', '/'],
  ['latest of a kind and language', '/?kind=supply&language=en'],
  ['search for a word', `/?words=${encodeURIComponent(word)}`],
  ['the busiest company, with its drawing', `/companies/${encodeURIComponent(company)}`],
  ['trends of 30 days', '/trends?days=30'],
  ['trends of a year', '/trends?days=365'],
  ['nothing there', '/nowhere'],
  ['feed of all (Atom)', '/feed.atom'],
  ['metrics', '/metrics'],
];
for (const [what, path] of pages)
  await measure(what, async () => {
    const { body, headers } = await request(`${web.url}${path}`, { headers: { 'accept-encoding': 'gzip' } });
    const sent = Buffer.from(await body.arrayBuffer());
    const whole = headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    return { kb: whole.length / 1_000, sentKb: sent.length / 1_000 };
  });
await web.close();

const timeline = kept.company(company)?.stories ?? [];
const found = kept.trends(period, 12);
const drawn = (png: Buffer) => ({ kb: png.length / 1_000, sentKb: png.length / 1_000 });
await measure('picture: network of the busiest company', async () =>
  drawn((await networkPicture(timeline, [company])).png),
);
await measure('picture: trends', async () => drawn((await trendsPicture(found)).png));

const figure = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
console.log(
  `| over ${count} stories | processor, ms | first, ms | median, ms | worst of the rest, ms | kB | kB sent |`,
);
console.log('|---|---|---|---|---|---|---|');
let held = true;
for (const { what, ms, cpuMs, kb, sentKb } of rows) {
  const [first = 0, ...rest] = ms;
  const median = rest.toSorted((a, b) => a - b)[Math.floor(rest.length / 2)] ?? 0;
  const isPage = pages.some(([name, path]) => name === what && !/feed|metrics/u.test(path));
  if (isPage && (kb > mostKb || cpuMs > mostMs)) held = false;
  console.log(
    `| ${what} | ${figure(cpuMs)} | ${figure(first)} | ${figure(median)} | ${figure(Math.max(...rest))} | ${figure(kb)} | ${figure(sentKb)} |`,
  );
}
process.exitCode = held ? 0 : 1;
