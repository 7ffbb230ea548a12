import { schedule } from './queue/schedule.ts';
import type { Archive } from './stories/archive.ts';

const everyNight = '17 3 * * *';

/**
 * Lets go of old stories every night, and in every process: the store ends their entries by itself and once for all,
 * but each process has read them into an archive of its own.
 * @returns stops it.
 */
export const forgetting = (
  stories: Pick<Archive, 'forget'>,
  keepMs: number,
  now: () => number,
): (() => Promise<void>) =>
  schedule('forget', everyNight, async () => stories.forget(now() - keepMs), 'Etc/UTC');
