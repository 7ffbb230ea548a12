import { expect, it } from 'vitest';
import { aChat } from '../commands/chat.ts';

it.each([
  ['kinds: joint_venture, Lieferung, joint product', { kinds: ['joint_venture', 'supply', 'product'] }],
  ['stages: Angekündigt, 終了', { stages: ['announced', 'ended'] }],
  ['languages: Deutsch, 日本語, en', { languages: ['de', 'ja', 'en'] }],
])('/subscribe %s', async (written, expected) => {
  const chat = await aChat();
  await chat.say(`/subscribe ${written}`);
  expect(await chat.newsroom.subscriptions()).toMatchObject([expected]);
});
