import type { PlatformName } from '../model.ts';
import type { House, HouseEvent } from '../jobs/house.ts';
import { inEnglish } from '../words/sentence.ts';

/** One thing that keeps the bot from doing its work, with a sentence that says why. */
export interface Unready {
  readonly part: 'store' | 'feeds' | 'rounds' | PlatformName;
  readonly reason: string;
}

export interface Readiness {
  observe(event: HouseEvent): void;
  /** Empty when all is well. */
  unready(): Promise<readonly Unready[]>;
}

const silentMs = 3 * 60_000;

/** Whether the bot can work: memory answers, rounds go on, some feed can be read, no platform refuses us as a whole. */
export function readiness({ memory, feeds, now }: Pick<House, 'feeds' | 'memory' | 'now'>): Readiness {
  const halted = new Map<Unready['part'], string>();
  const startedAt = now();

  async function unready(): Promise<readonly Unready[]> {
    const found: Unready[] = [...halted].map(([part, reason]) => ({ part, reason }));
    try {
      const beat = (await memory.vitals.get('heartbeat')) ?? startedAt;
      if (now() - beat > silentMs)
        found.push({ part: 'rounds', reason: `No sign of life since ${new Date(beat).toISOString()}.` });
      const states = (await memory.states.getMany([...feeds.keys()])).filter((state) => state !== undefined);
      if (states.length > 0 && states.every(({ failures }) => failures > 0))
        found.push({
          part: 'feeds',
          reason: `None of the ${feeds.size} feeds can be read: is the network up?`,
        });
    } catch (error) {
      found.push({ part: 'store', reason: error instanceof Error ? error.message : String(error) });
    }
    return found;
  }

  return {
    observe(event) {
      if (event.is === 'halted') halted.set(event.platform, inEnglish(event.reason));
      if (event.is === 'delivery' && event.outcome.is === 'sent') halted.delete(event.delivery.to.platform);
    },
    unready,
  };
}
