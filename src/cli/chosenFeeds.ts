import { readFile } from 'node:fs/promises';
import { configuredFeeds, type FeedList } from '../feeds.ts';
import type { Feed } from '../model.ts';
import { feedOf, readOpml } from '../opml.ts';
import { inEnglish } from '../words/sentence.ts';

export interface Choice {
  readonly opml?: string | undefined;
  readonly feed?: readonly string[] | undefined;
  readonly packs: readonly string[];
}

/** The feeds named on the command line, or those of the configured packs when none is. */
export async function chosenFeeds({ opml, feed = [], packs }: Choice): Promise<FeedList> {
  if (opml === undefined && feed.length === 0) return configuredFeeds(packs);
  const feeds: Feed[] = [];
  for (const address of feed) {
    const one = feedOf(address);
    if (!one)
      return {
        ok: false,
        reason: `--feed ${address} is no address: write it like https://example.org/feed.xml`,
      };
    feeds.push(one);
  }
  if (opml !== undefined) {
    const document = await readFile(opml, 'utf8').catch((error: NodeJS.ErrnoException) => error);
    if (document instanceof Error)
      return { ok: false, reason: `--opml ${opml} cannot be read (${document.code})` };
    const read = readOpml(document);
    if (!read.ok) return { ok: false, reason: `--opml ${opml}: ${inEnglish(read.reason)}` };
    feeds.push(...read.feeds);
  }
  return { ok: true, feeds };
}
