/**
 * What people write first: rss-parser over a list of addresses (one a line in the file that is its argument), ids
 * remembered in a Set. One round whenever its parent sends a message.
 */
import { readFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import RssParser from 'rss-parser';
import { atOnce } from './terms.ts';

const addresses = (await readFile(process.argv[2] ?? '', 'utf8')).trim().split('\n');
const seen = new Set<string>();

async function round() {
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
  return {
    unseen,
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round((user + system) / 1_000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}

process.on('message', () => void round().then((figures) => process.send?.(figures)));
process.once('disconnect', () => process.exit());
process.send?.('ready');
