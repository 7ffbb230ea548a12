import { beforeEach, describe, expect, it } from 'vitest';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { memory } from '../../src/memory.ts';
import type { StoryId } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { aStory } from '../story.ts';
import { aChat, by, type Chat, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

const pressed = (options: Readonly<Record<string, string>>, admin = false) =>
  chat.desk.answer(
    by({
      command: 'feedback',
      options: { story: 's1', ...options },
      pressed: true,
      isAdmin: async () => admin,
    }),
  );

describe('the buttons of a post', () => {
  it.each([
    ['a reader is thanked in private', 'not_partnership', false, /^Thank you/u, 'aside'],
    [
      'an administrator hides the post',
      'not_partnership',
      true,
      /^An administrator hid this post: Lumora/u,
      'instead',
    ],
    ['who names other companies is asked which', 'wrong_companies', false, /^Lumora teams up/u, 'aside'],
    ['who knows the story is asked where from', 'same_story', false, /^Lumora teams up/u, 'aside'],
  ])('%s', async (_name, verdict, admin, said, shown) => {
    const message = await pressed({ verdict }, admin);
    expect([text(message), message.shown]).toEqual([expect.stringMatching(said), shown]);
  });

  it('cannot be typed', async () => {
    expect(await chat.say('/feedback')).toMatch(/no longer remember/u);
  });
});

it('export-feedback writes what was agreed on as labelled items', () =>
  inFolder(async (cwd) => {
    const store = await openStore(`sqlite:${cwd}/votes.db`);
    const shelves = memory(store);
    for (const id of ['s1', 's2', 's3'] as StoryId[]) await shelves.stories.set(id, aStory({ id }));
    const vote = { at: 0, moderator: false } as const;
    await shelves.votes.set('s1/a', {
      ...vote,
      story: 's1' as StoryId,
      verdict: 'not_partnership',
      moderator: true,
    });
    await shelves.votes.set('s2/a', {
      ...vote,
      story: 's2' as StoryId,
      verdict: 'wrong_companies',
      value: 'Ohm, Iris',
      moderator: true,
    });
    await shelves.votes.set('s3/a', { ...vote, story: 's3' as StoryId, verdict: 'not_partnership' });
    await store.close();
    const { out: stdout, code } = await pactwire(['export-feedback'], {
      cwd,
      env: { STORE_URL: `sqlite:${cwd}/votes.db` },
    });
    const items = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(code).toBe(0);
    expect(items).toMatchObject([
      { title: 'Lumora teams up with Arctic Optics', sample: 'feedback', label: 'no', date: '2026-03-02' },
      { label: 'yes', partners: ['Ohm', 'Iris'], kind: 'product', stage: 'announced' },
    ]);
  }));
