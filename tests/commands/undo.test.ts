import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type Chat, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

/** Where a member of the chat is alone with the bot, hence an administrator. */
const alone = { from: { platform: 'telegram', chat: '66' }, person: '66' } as const;
const subscribed = async () => (await chat.newsroom.subscriptions()).length;
const read = async () => (await chat.newsroom.feeds()).map(({ title }) => title);
const clock = async () => (await chat.newsroom.settings({ platform: 'telegram', chat: '-1007' })).timeZone;
const feed = '/feeds add https://lantern.example/feed';

describe('a change cannot be taken back from another chat', () => {
  it.each<[what: string, lines: readonly string[], state: () => Promise<unknown>]>([
    ['a subscription that began', ['/subscribe'], subscribed],
    ['a subscription that ended', ['/subscribe', '/unsubscribe'], subscribed],
    ['a feed that was added', [feed], read],
    ['a feed that was removed', [feed, '/feeds remove lantern'], read],
    ['settings', ['/settings chat timezone: Tokyo'], clock],
  ])('%s', async (_what, lines, state) => {
    const states = [await state()];
    let said = await chat.typed('/about');
    for (const line of lines) {
      said = await chat.typed(line);
      states.push(await state());
    }
    const elsewhere = await chat.press(said, 'Undo', alone);
    expect(text(elsewhere)).toMatch(/^Only administrators of that place may change this/u);
    expect(await state()).toEqual(states.at(-1));
    await chat.press(said, 'Undo');
    expect(await state()).toEqual(states.at(-2));
    expect(states.at(-1)).not.toEqual(states.at(-2));
  });
});
