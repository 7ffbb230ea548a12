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

it.each(['nein', 'Non', 'いいえ', '否', 'no', 'none', 'keine', 'ninguna', 'なし'])(
  'pictures, silence and the like are ended by "%s"',
  async (no) => {
    const chat = await aChat();
    await chat.say('/subscribe silent: yes');
    const change = async (field: string) => {
      const one = await chat.press(await chat.typed('/subscriptions'), '1. every new partnership');
      await chat.press(await chat.press(one, 'Change'), field, {}, no);
    };
    await change('Silent');
    await change('Pictures');
    const [now] = await chat.newsroom.subscriptions();
    expect([now?.silent, now?.pictures]).toEqual([undefined, false]);
  },
);

it('a list of thousands is read at once', async () => {
  const chat = await aChat();
  const begun = performance.now();
  await chat.say(`/subscribe kinds: ${'Lieferung,'.repeat(5_000)}`);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(await chat.newsroom.subscriptions()).toMatchObject([{ kinds: ['supply'] }]);
});
