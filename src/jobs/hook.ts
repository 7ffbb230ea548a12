import type { Story } from '../model.ts';
import type { Job, JobOutcome } from '../queue/queue.ts';
import { storyRecord } from '../stories/storyRecord.ts';
import { done, type House } from './house.ts';

const firstPauseMs = 30_000;
const longestPauseMs = 3_600_000;
const patienceMs = 3 * 86_400_000;

/** The job that tells the webhook of a story as it is now: once for each outlet that told it. */
export const hookJob = ({ id, sources }: Story): Job => ({ kind: 'hook', id: `${id} ${sources.length}` });

/** Calls the webhook, later and later while it does not answer, for three days. */
export function hooker(house: House): (id: string) => Promise<JobOutcome> {
  /** By job: how long it was put off the last time, and since when. A restart begins with short pauses again. */
  const pauses = new Map<string, { readonly ms: number; readonly since: number }>();
  return async (id) => {
    const { webhook, memory, now, report } = house;
    const [storyId = '', sources] = id.split(' ');
    const story = await memory.stories.get(storyId);
    if (!webhook || !story) return done;
    const type = sources === '1' ? 'story.told' : 'story.updated';
    const outcome = await webhook.call(id.replace(' ', '.'), type, storyRecord(story));
    report({ is: 'hook', story, outcome });
    const before = pauses.get(id) ?? { ms: firstPauseMs / 2, since: now() };
    if (outcome.is !== 'wait' || now() - before.since > patienceMs) {
      pauses.delete(id);
      return done;
    }
    const ms = Math.min(longestPauseMs, outcome.ms ?? before.ms * 2);
    pauses.set(id, { ms, since: before.since });
    return { is: 'again', inMs: ms };
  };
}
