import { readFile } from 'node:fs/promises';
import leven from 'leven';
import { packs } from '../feeds/index.ts';
import { all } from './memory.ts';
import type { Feed } from './model.ts';
import { readOpml } from './opml.ts';
import type { Shelf } from './store/store.ts';
import { inEnglish } from './words/sentence.ts';

export type FeedList =
  | { readonly ok: true; readonly feeds: readonly Feed[] }
  | { readonly ok: false; readonly reason: string };

/** The feeds of the named packs, each once. */
export async function configuredFeeds(names: readonly string[]): Promise<FeedList> {
  const feeds = new Map<string, Feed>();
  for (const name of names) {
    const pack = packs.find((one) => one.name === name);
    if (!pack) return { ok: false, reason: unknownPack(name) };
    const read = readOpml(await readFile(pack.file, 'utf8'));
    if (!read.ok) return { ok: false, reason: `the feed pack ${name} is damaged: ${inEnglish(read.reason)}` };
    for (const feed of read.feeds) feeds.set(feed.id, feed);
  }
  return { ok: true, feeds: [...feeds.values()] };
}

function unknownPack(name: string): string {
  const names = packs.map((pack) => pack.name);
  const near = names.toSorted((a, b) => leven(a, name) - leven(b, name))[0];
  return `PACKS names "${name}", which is no feed pack: did you mean ${near}? There are ${names.join(', ')}.`;
}

/** Feeds that people added to those of the packs. */
export const addedFeeds = (shelf: Shelf<Feed>): Promise<readonly Feed[]> => all(shelf);
