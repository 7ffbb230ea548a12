import { archive } from '../../src/stories/archive.ts';
import type { Log } from '../../src/log.ts';
import { type Memory, memory } from '../../src/memory.ts';
import type { Feed, FeedId, Story } from '../../src/model.ts';
import { localQueue } from '../../src/queue/local.ts';
import { openStore } from '../../src/store/openStore.ts';
import { openWeb, type Web, type WebOptions } from '../../src/web/openWeb.ts';

export const aFeed: Feed = {
  id: 'f1' as FeedId,
  url: 'https://circuit.example/feed',
  title: 'The Circuit Post',
};

export interface WebRoom extends Web {
  readonly memory: Memory;
  readonly queue: Awaited<ReturnType<typeof localQueue>>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** What the log was told, oldest first. */
  readonly logged: readonly unknown[];
}

/** The web room on a free port of this machine, over a memory of its own. */
export async function aWebRoom(
  stories: readonly Story[] = [],
  options: Partial<WebOptions> & { readonly now?: () => number } = {},
): Promise<WebRoom> {
  const { now = Date.now, ...web } = options;
  const store = await openStore('memory:');
  const shelves = memory(store);
  const logged: unknown[] = [];
  const write = (...said: unknown[]) => void logged.push(said);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const queue = await localQueue(shelves.jobs, { onError: write, onFatal: write });
  const room = await openWeb(
    { memory: shelves, archive: archive(stories), queue, feeds: new Map([[aFeed.id, aFeed]]), now },
    { port: 0, host: '127.0.0.1', log, ...web },
  );
  return {
    ...room,
    memory: shelves,
    queue,
    logged,
    get: (path, headers = {}) => fetch(`${room.url}${path}`, { headers, redirect: 'manual' }),
    async close() {
      await room.close();
      await queue.close();
      await store.close();
    },
  };
}
