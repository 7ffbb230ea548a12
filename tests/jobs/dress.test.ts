import { beforeEach, expect, it } from 'vitest';
import { dress } from '../../src/jobs/deliver/dress.ts';
import { type Memory, memory } from '../../src/memory.ts';
import type { Message } from '../../src/message.ts';
import type { Destination, Subscription, SubscriptionId } from '../../src/model.ts';
import { render as forDiscord } from '../../src/platforms/discord/render.ts';
import { render as forTelegram } from '../../src/platforms/telegram/render.ts';
import { openStore } from '../../src/store/openStore.ts';
import { aStory } from '../story.ts';

const to: Destination = { platform: 'telegram', chat: '7' };
const story = aStory({ image: 'https://circuit.example/a.png' });
let shelves: Memory;

beforeEach(async () => {
  shelves = memory(await openStore('memory:'));
});

async function dressed(...wishes: readonly Partial<Subscription>[]) {
  for (const [at, wish] of wishes.entries()) {
    const id = `telegram/7${at === 0 ? '' : `#${at + 1}`}` as SubscriptionId;
    await shelves.subscriptions.set(id, { id, to, companies: [], leastConfidence: 0, createdAt: 0, ...wish });
  }
  return dress({ memory: shelves }, story, to);
}
const kinds = ({ blocks }: Message) => blocks.map(({ is }) => is);
const labels = ({ actions = [] }: Message) => actions.map((row) => row.map(({ label }) => label));

it.each<[name: string, wish: Partial<Subscription>, blocks: readonly string[], picture: boolean]>([
  ['a card', {}, ['heading', 'text', 'text', 'note'], true],
  ['a card without a picture', { pictures: false }, ['heading', 'text', 'text', 'note'], false],
  ['compact', { format: 'compact' }, ['heading', 'text', 'note'], false],
  ['a headline', { format: 'headline' }, ['heading'], false],
])('is told as %s', async (_name, wish, blocks, picture) => {
  const { message } = await dressed(wish);
  expect([kinds(message), message.image !== undefined]).toEqual([blocks, picture]);
});

it('makes no sound where silence is wished for', async () => {
  expect((await dressed({ silent: true })).options).toEqual({ silent: true });
});

it('calls those whose filter it passes, and nobody else', async () => {
  const { message } = await dressed(
    { companies: ['Lumora'], mentions: ['role:11111', 'user:22222'] },
    { companies: ['Ohm'], mentions: ['role:33333'] },
    { kinds: ['product'], mentions: ['@newsdesk'] },
  );
  expect(message.mentions).toEqual(['role:11111', 'user:22222', '@newsdesk']);
  expect(forDiscord(message)).toMatchObject({
    content: '<@&11111> <@22222>',
    allowed_mentions: { roles: ['11111'], users: ['22222'] },
  });
  expect(forTelegram(message).text).toMatch(/\n\n@newsdesk$/u);
});

it('can be opened and judged by buttons in the language of the chat, which are remembered', async () => {
  await shelves.chats.set('telegram/7', { language: 'de' });
  const { message } = await dressed({});
  expect(labels(message)).toEqual([
    ['Öffnen', 'Keine Partnerschaft'],
    ['Falsche Firmen', 'Gleiche Geschichte wie …'],
  ]);
  const ids = (message.actions ?? [])
    .flat()
    .flatMap((action) => (action.is === 'button' ? [action.press] : []));
  expect(await shelves.presses.getMany(ids)).toMatchObject([
    { command: 'feedback', options: { story: story.id, verdict: 'not_partnership' } },
    { options: { verdict: 'wrong_companies' } },
    { options: { verdict: 'same_story' } },
  ]);
});
