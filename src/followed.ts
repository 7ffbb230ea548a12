import type { Memory } from './memory.ts';
import type { Story } from './model.ts';
import type { Shelf } from './store/store.ts';

const kept = 7 * 86_400_000;

/** Stories that several processes share: each has an archive of its own, which follows what the others write. */
export interface Followed {
  /** The shelf, which notes for the others what changed. */
  readonly stories: Shelf<Story>;
  /** Hands out the stories that were written since, by whomever; one question to the store when there were none. */
  catchUp(learn: (story: Story) => void): Promise<void>;
}

/** To be called before all stories are read, so that no change falls between. */
export const followed = async ({
  stories,
  changes,
  vitals,
}: Pick<Memory, 'stories' | 'changes' | 'vitals'>): Promise<Followed> => {
  const newest = async (): Promise<number> => (await vitals.get('changes')) ?? 0;
  let caughtUpTo = await newest();
  let following = Promise.resolve();

  const note = async (id: string): Promise<void> => {
    let number = (await newest()) + 1;
    while (!(await changes.add(`${number}`, id, kept))) number += 1;
    await vitals.set('changes', number);
  };
  const follow = async (learn: (story: Story) => void): Promise<void> => {
    const until = await newest();
    if (until <= caughtUpTo) return;
    const numbers = Array.from({ length: until - caughtUpTo }, (_, at) => `${caughtUpTo + 1 + at}`);
    const ids = new Set((await changes.getMany(numbers)).filter((id) => id !== undefined));
    for (const story of await stories.getMany([...ids])) if (story) learn(story);
    caughtUpTo = until;
  };

  return {
    stories: {
      ...stories,
      async set(id, story, ttlMs) {
        await stories.set(id, story, ttlMs);
        await note(id);
      },
    },
    async catchUp(learn) {
      following = following.catch(() => {}).then(async () => follow(learn));
      return following;
    },
  };
};
