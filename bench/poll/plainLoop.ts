/**
 * What people write first: rss-parser over a list of addresses (one a line on stdin), ids remembered in a Set.
 * Two rounds; prints one JSON line of figures each.
 */
import { text } from 'node:stream/consumers';
import PQueue from 'p-queue';
import RssParser from 'rss-parser';
import { atOnce } from './terms.ts';

const addresses = (await text(process.stdin)).trim().split('\n');
const seen = new Set<string>();

for (const round of ['cold', 'warm']) {
  const before = process.cpuUsage();
  const started = performance.now();
  let unseen = 0;
  const queue = new PQueue({ concurrency: atOnce });
  await queue.addAll(
    addresses.map((address) => async () => {
      const { items } = await new RssParser().parseURL(address);
      for (const { guid = '' } of items) {
        if (!seen.has(guid)) unseen += 1;
        seen.add(guid);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const figures = {
    round,
    unseen,
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round((user + system) / 1_000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
  console.log(JSON.stringify(figures));
}
process.exit();
