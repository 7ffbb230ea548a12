import { hostname } from 'node:os';
import type { Config } from './config.ts';
import type { Shelf } from './store/store.ts';

const everyMs = 60_000;
/** Containers change their names with every update. */
const keptMs = 30 * 86_400_000;

/** Any process of the bot. */
const house = 'heartbeat';

/** Where a process shows that it and its store are well; each of many has a place of its own. */
export const heartbeatKey = ({ queueUrl, roles }: Pick<Config, 'queueUrl' | 'roles'>): string =>
  queueUrl === undefined ? house : `${house}/${hostname()}/${roles.join(',')}`;

/** Shows it now and every minute. */
export const heartbeat = (
  vitals: Shelf<number>,
  key: string,
  now: () => number,
  onError: (error: unknown) => void,
): (() => void) => {
  const entries = [...new Set([house, key])];
  const beat = (): void =>
    void vitals.setMany(entries.map((each) => ({ key: each, value: now(), ttlMs: keptMs }))).catch(onError);
  beat();
  const timer = setInterval(beat, everyMs);
  return () => clearInterval(timer);
};
