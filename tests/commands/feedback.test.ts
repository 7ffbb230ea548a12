import { beforeEach, describe, expect, it } from 'vitest';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import { memory } from '../../src/memory.ts';
import type { ArticleId, StoryId } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { aSource, aStory } from '../story.ts';
import { aChat, by, type Chat, labels, text } from './chat.ts';

const stories = [
  aStory(),
  aStory({
    id: 's2' as StoryId,
    headline: 'Lumora buys screens from Tern',
    partners: ['Lumora', 'Tern'],
    sources: [aSource({ article: 'a2' as ArticleId, url: 'https://circuit.example/tern' })],
  }),
  aStory({
    id: 's3' as StoryId,
    headline: 'Ohm and Iris part',
    partners: ['Ohm', 'Iris'],
    sources: [aSource({ article: 'a3' as ArticleId })],
  }),
];

let chat: Chat;
beforeEach(async () => {
  chat = await aChat({ stories });
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

  it('find the story that is the same by a link at once, by words after a choice', async () => {
    const byLink = await pressed({
      verdict: 'same_story',
      value: 'https://circuit.example/tern?utm_source=x',
    });
    expect(text(byLink)).toMatch(/^Thank you/u);
    const byWords = await pressed({ verdict: 'same_story', value: 'screens' });
    expect([text(byWords), labels(byWords)]).toEqual([
      'Which of these is the same story?',
      ['Lumora buys screens from Tern'],
    ]);
    expect(
      text(await chat.press(byWords, 'Lumora buys screens from Tern', { isAdmin: async () => false })),
    ).toMatch(/^Thank you/u);
    for (const value of ['xyzzy', 'https://elsewhere.example/'])
      expect(text(await pressed({ verdict: 'same_story', value }))).toMatch(/^I know no story/u);
  });

  it('hide the post of a chat whose administrators decide for nobody else', async () => {
    const said = await pressed({ verdict: 'same_story', other: 's2' }, true);
    expect([text(said), labels(said)]).toEqual([
      expect.stringMatching(/^An administrator hid this post: Lumora/u),
      ['Undo'],
    ]);
  });

  it.each([
    [
      'make one story of two where administrators decide for all',
      's2',
      /^An administrator says that this is the same/u,
    ],
    ['leave two stories apart that have no company in common', 's3', /no company in common/u],
  ])('%s', async (_name, other, expected) => {
    chat = await aChat({ stories, curators: ['-1007'] });
    expect(text(await pressed({ verdict: 'same_story', other }, true))).toMatch(expected);
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
    const same = { verdict: 'same_story', value: 's1' } as const;
    for (const reader of ['b', 'c'])
      await shelves.votes.set(`s4/${reader}`, { ...vote, ...same, story: 's4' as StoryId });
    await shelves.stories.set(
      's4',
      aStory({ id: 's4' as StoryId, sources: [aSource({ article: 'a4' as ArticleId, outlet: 'B' })] }),
    );
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
    const groups = await pactwire(['export-feedback', '--groups'], {
      cwd,
      env: { STORE_URL: `sqlite:${cwd}/votes.db` },
    });
    expect(
      groups.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { key: 'a1', group: 's1', feed: 'The Circuit Post', publishedAt: '2026-03-02T12:00:00.000Z' },
      { key: 'a4', group: 's1', feed: 'B' },
    ]);
  }));
