import type { Config } from '../config.ts';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { addedFeeds, configuredFeeds } from '../feeds.ts';
import { all, type Memory, memory } from '../memory.ts';
import type { Feed } from '../model.ts';
import { fetcher } from '../pipeline/fetch/fetch.ts';
import { openStore } from '../store/openStore.ts';
import { clock } from './clock.ts';
import { disk, type freeBytes } from './disk.ts';
import { network } from './network.ts';
import { packs } from './packs.ts';
import { platforms } from './platforms.ts';
import { queue } from './queue.ts';
import { store } from './store.ts';
import { web } from './web.ts';

/** What a test may put in the place of the machine. */
export interface Machine {
  readonly now: () => number;
  readonly freeBytes: typeof freeBytes;
}

/** Every check there is, each said as soon as it is made; nothing is changed and nothing is posted. */
export async function* examine(config: Config, machine: Machine): AsyncGenerator<Diagnosis> {
  yield* disk(config.storeUrl, machine.freeBytes);
  const opened = await openStore(config.storeUrl).catch((error: unknown) => error as Error);
  if (opened instanceof Error) {
    const { trouble } = diagnoses('store');
    const [says = '', mend = ''] = opened.message.split('; ');
    yield trouble(`${says}.`, `${mend[0]?.toUpperCase() ?? ''}${mend.slice(1)}`);
    return;
  }
  try {
    yield* withMemory(memory(opened), config, machine);
  } catch (error) {
    const { trouble } = diagnoses('store');
    yield trouble(
      error instanceof Error ? error.message : String(error),
      'Check the disk; restore a backup if the file is damaged.',
    );
  } finally {
    await opened.close();
  }
}

async function* withMemory(shelves: Memory, config: Config, machine: Machine): AsyncGenerator<Diagnosis> {
  yield* store(shelves, config.storeUrl);
  yield* queue(shelves, config.queueUrl);
  const feeds = await knownFeeds(shelves, config);
  const asking = fetcher({
    userAgent: config.userAgent,
    timeoutMs: config.fetchTimeout,
    allowPrivate: config.allowPrivate,
  });
  try {
    yield* network(feeds, asking);
  } finally {
    await asking.close();
  }
  yield* packs(config.packs, shelves);
  yield* web(config);
  yield* clock(timeTellers(config), machine.now);
  const subscriptions = await all(shelves.subscriptions);
  yield* platforms(
    config,
    subscriptions.map(({ to }) => to),
  );
}

async function knownFeeds(shelves: Memory, config: Config): Promise<readonly Feed[]> {
  const listed = await configuredFeeds(config.packs);
  return [...(await addedFeeds(shelves.feeds)), ...(listed.ok ? listed.feeds : [])];
}

/** Servers that are asked the time: those that the bot talks to anyway. */
export const timeTellers = ({
  discordToken,
  discordApiUrl,
  telegramToken,
  telegramApiUrl,
}: Config): readonly string[] => {
  const used = [...(discordToken ? [discordApiUrl] : []), ...(telegramToken ? [telegramApiUrl] : [])];
  return used.length > 0 ? used : [discordApiUrl, telegramApiUrl];
};
