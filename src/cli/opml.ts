import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { addedFeeds, configuredFeeds } from '../feeds.ts';
import { memory } from '../memory.ts';
import { readOpml, writeOpml } from '../opml.ts';
import { openStore } from '../store/openStore.ts';
import { inEnglish } from '../words/sentence.ts';
import { configured } from './configured.ts';
import type { Io, Subcommand } from './io.ts';
import { progress } from './progress.ts';

const batch = 500;

/** `opml import [FILE]` adds feeds to what the bot polls; `opml export` writes all of them. */
export const opml: Subcommand = async (io) => {
  const [verb, file] = io.args;
  if (verb !== 'import' && verb !== 'export') {
    io.err(
      'opml wants "import FILE" (or a document on stdin) or "export": npm run -s pactwire -- opml import my-feeds.opml',
    );
    return 2;
  }
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    const shelf = memory(store).feeds;
    if (verb === 'import') return await importFeeds(io, shelf, file);
    const listed = await configuredFeeds(config.packs);
    if (!listed.ok) {
      io.err(listed.reason);
      return 1;
    }
    const all = new Map([...listed.feeds, ...(await addedFeeds(shelf))].map((feed) => [feed.id, feed]));
    await io.out(`${await writeOpml('Pactwire feeds', [...all.values()])}\n`);
    return 0;
  } finally {
    await store.close();
  }
};

async function importFeeds(io: Io, shelf: ReturnType<typeof memory>['feeds'], file: string | undefined) {
  const document =
    file === undefined || file === '-'
      ? await text(io.stdin)
      : await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (document instanceof Error) {
    io.err(`${file} cannot be read (${document.code}): name an OPML file.`);
    return 1;
  }
  const read = readOpml(document);
  if (!read.ok) {
    io.err(`${file ?? 'stdin'}: ${inEnglish(read.reason)}`);
    return 1;
  }
  for (const skipped of read.skipped) io.err(skipped);
  const bar = progress(io.progress);
  for (let at = 0; at < read.feeds.length; at += batch) {
    const some = read.feeds.slice(at, at + batch);
    await shelf.setMany(some.map((feed) => ({ key: feed.id, value: feed })));
    bar.show(at + some.length, read.feeds.length, 'feeds added');
  }
  bar.clear();
  const [feeds, they] = read.feeds.length === 1 ? ['feed', 'it is'] : ['feeds', 'they are'];
  await io.out(
    `${read.feeds.length} ${feeds} added: ${they} read from the next start on. If the bot is running, end it with Ctrl+C and start it again.\n`,
  );
  return read.skipped.length > 0 ? 1 : 0;
}
