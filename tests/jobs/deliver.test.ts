import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, DeliveryState } from '../../src/delivery.ts';
import { resendJob } from '../../src/jobs/deliver/jobs.ts';
import type { Destination, StoryId } from '../../src/model.ts';
import { discord } from '../../src/platforms/discord/discord.ts';
import { telegram } from '../../src/platforms/telegram/telegram.ts';
import { patience } from '../../src/platforms/telegram/timing.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import type { Fault as DiscordFault } from '../fakes/discord/faults.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';
import { type Fault as TelegramFault, wording } from '../fakes/telegram/faults.ts';
import { aStory } from '../story.ts';
import { type Newsdesk, newsdesk } from './newsdesk.ts';
import { reading } from '../said.ts';

const log = pino({ level: 'silent' });
const story = aStory();
const later = aStory({ id: 's2' as StoryId, headline: 'Kestrel partners with Tern' });
const admin = 7;
const group: Destination = { platform: 'telegram', chat: '-1001' };
const other: Destination = { platform: 'telegram', chat: '42' };

let onDiscord: FakeDiscord;
let onTelegram: FakeTelegram;
let desk: Newsdesk;
let news: Destination;

beforeEach(async () => {
  [onDiscord, onTelegram] = await Promise.all([fakeDiscord(), fakeTelegram()]);
  for (const chat of [-1001, 42, admin]) onTelegram.addChat(chat);
  const [{ token, apiUrl }, tg] = [onDiscord, onTelegram];
  desk = await newsdesk(() => [
    discord({ token, apiUrl, log }),
    telegram({ token: tg.token, apiUrl: tg.apiUrl, log }, { ...patience, send: 300 }),
  ]);
  news = { platform: 'discord', chat: onDiscord.channels.text };
});
afterEach(async () => {
  await desk.close();
  await Promise.all([onDiscord.close(), onTelegram.close()]);
});

const settled = async (to: Destination, is: DeliveryState['is'], of = story): Promise<Delivery> =>
  vi.waitFor(
    async () => {
      const delivery = await desk.delivery(of, to);
      expect(delivery?.state.is).toBe(is);
      return delivery as Delivery;
    },
    { timeout: 15_000, interval: 10 },
  );
const posted = (to: Destination): number =>
  to.platform === 'discord' ? onDiscord.messages(to.chat).length : onTelegram.messages(to.chat).length;
/** Longer than any wait a platform asks for. */
const anHour = 3_600_000;

describe('a post that Telegram', () => {
  it.each<[string, TelegramFault, { readonly copies: number; readonly mayRepeat?: true }]>([
    ['wants later', wording.retryAfter(17), { copies: 1 }],
    ['fails before it is stored', { is: 'page', status: 502 }, { copies: 1, mayRepeat: true }],
    ['fails after it is stored', { is: 'page', status: 502, after: true }, { copies: 2, mayRepeat: true }],
    ['accepts without an answer in time', { is: 'hang', after: true }, { copies: 2, mayRepeat: true }],
    ['accepts before the line drops', { is: 'drop', after: true }, { copies: 2, mayRepeat: true }],
  ])('%s is held in sight, and sent again', async (_name, fault, { copies, mayRepeat }) => {
    await desk.subscribe(group);
    onTelegram.fail({ method: 'sendMessage' }, fault);
    await desk.tell(story);
    expect((await settled(group, 'held')).state).toMatchObject({
      by: 'platform',
      reason: reading(/./u),
    });
    await desk.restart(anHour);
    const delivery = await settled(group, 'sent');
    expect(delivery.mayRepeat).toBe(mayRepeat);
    expect(posted(group)).toBe(copies);
  });

  it.each([
    ['no more wants, as the bot was kicked', wording.kickedFromSupergroup, /add it again/u, /追加し直し/u],
    ['refuses in a closed topic', wording.topicClosed, /reopen it/u, /開き直す/u],
    ['refuses without rights', wording.noRights, /right to send messages/u, /メッセージ送信の権限/u],
  ])('%s ends posting once, and the administrator hears of it', async (_name, fault, mend, inJapanese) => {
    await desk.subscribe(group, { by: String(admin) });
    await desk.memory.chats.set('telegram/-1001', { language: 'ja' });
    onTelegram.fail({ method: 'sendMessage', chat: group.chat }, fault, 2);
    await Promise.all([desk.tell(story), desk.tell(later)]);
    const reason = reading(mend);
    expect((await settled(group, 'failed')).state).toMatchObject({ reason });
    expect((await settled(group, 'failed', later)).state).toMatchObject({ reason });
    expect(await desk.memory.subscriptions.get('telegram/-1001')).toMatchObject({ paused: reason });
    await vi.waitFor(() => expect(posted({ platform: 'telegram', chat: String(admin) })).toBe(1));
    expect(onTelegram.messages(admin)).toMatchObject([{ text: expect.stringMatching(inJapanese) }]);
    expect(desk.events.filter(({ is }) => is === 'paused')).toHaveLength(1);
    expect(onTelegram.requests.filter(({ payload }) => payload['chat_id'] === group.chat)).toHaveLength(1);
  });

  it('wants elsewhere, as the group became a supergroup, follows it, and so does everything else', async () => {
    await desk.subscribe(group);
    await desk.memory.chats.set('telegram/-1001', { language: 'de' });
    onTelegram.addChat(-1009);
    onTelegram.fail({ chat: group.chat }, wording.migrated(-1009), 9);
    const moved: Destination = { platform: 'telegram', chat: '-1009' };
    await desk.tell(story);
    await vi.waitFor(() => expect(posted(moved)).toBe(1));
    expect(await desk.memory.subscriptions.get('telegram/-1001')).toBeUndefined();
    expect(await desk.memory.subscriptions.get('telegram/-1009')).toMatchObject({
      to: moved,
      formerly: group,
    });
    expect(await desk.memory.chats.get('telegram/-1009')).toEqual({ language: 'de' });
    await desk.tell(story);
    await desk.queue.idle();
    expect(posted(moved)).toBe(1);
  });

  it('stands in a group that became a supergroup is left alone: there, its name means another message', async () => {
    const rumour = aStory({ stage: 'rumoured' });
    await desk.subscribe(group);
    await desk.tell(rumour);
    await settled(group, 'sent');
    onTelegram.addChat(-1009);
    onTelegram.fail({ chat: group.chat }, wording.migrated(-1009), 9);
    const moved: Destination = { platform: 'telegram', chat: '-1009' };
    await desk.tell({ ...rumour, stage: 'announced' });
    await vi.waitFor(() => expect(posted(moved)).toBe(1), { timeout: 10_000 });
    await desk.queue.idle();
    expect(onTelegram.messages(moved.chat)).toMatchObject([{ id: 1, edits: 0 }]);
    expect(onTelegram.messages(moved.chat)[0]).not.toHaveProperty('replyTo');
    expect(onTelegram.messages(group.chat)).toMatchObject([{ id: 1, edits: 0 }]);
  });
});

describe('a post that Discord', () => {
  it.each<[string, DiscordFault, times?: number]>([
    ['wants later', { is: 'rateLimit', scope: 'user', seconds: 17 }],
    ['wants later from everybody', { is: 'rateLimit', scope: 'global', seconds: 17 }],
    ['wants later for a shared limit', { is: 'rateLimit', scope: 'shared', seconds: 17 }],
    ['delays by slow mode', { is: 'error', status: 400, code: 20_016, retryAfter: 17 }],
    // discord.js itself tries once more.
    ['fails before it is stored', { is: 'answer', status: 502 }, 2],
    ['fails after it is stored', { is: 'answer', status: 502, after: true }, 2],
    ['accepts before the line drops', { is: 'drop', after: true }],
  ])('%s is held in sight, and stands there once', async (_name, fault, times = 1) => {
    await desk.subscribe(news);
    onDiscord.fail({ method: 'POST', path: /messages/u }, fault, times);
    await desk.tell(story);
    await settled(news, 'held');
    await desk.restart(60_000);
    expect((await settled(news, 'sent')).mayRepeat).toBeUndefined();
    expect(posted(news)).toBe(1);
  });

  it.each([
    ['permissions are missing', 50_013, /Send Messages/u],
    ['the thread is archived', 50_083, /unlock/u],
    ['the channel is gone', 10_003, /no longer exists/u],
  ])('refuses because %s ends posting there', async (_name, code, mend) => {
    await desk.subscribe(news);
    onDiscord.fail({ method: 'POST', path: /messages/u }, { is: 'error', status: 403, code });
    await desk.tell(story);
    await settled(news, 'failed');
    expect(await desk.memory.subscriptions.get(`discord/${news.chat}`)).toMatchObject({
      paused: reading(mend),
    });
  });

  it('refuses for want of permissions names them, and the channel', async () => {
    await desk.subscribe(news);
    const { SendMessages, EmbedLinks } = PermissionFlagsBits;
    onDiscord.standing.denied.set(news.chat, SendMessages | EmbedLinks);
    onDiscord.fail({ method: 'POST', path: /messages/u }, { is: 'error', status: 403, code: 50_013 });
    await desk.tell(story);
    expect((await settled(news, 'failed')).state).toMatchObject({
      reason: reading(
        "The bot needs Send Messages and Embed Links in #news: allow it in that channel's settings under Permissions.",
      ),
    });
  });

  it('has, though it seemed lost, does not swallow the burst that came after it', async () => {
    await desk.subscribe(news);
    onDiscord.fail({ method: 'POST', path: /messages/u }, { is: 'answer', status: 502, after: true }, 2);
    await desk.tell(story);
    await settled(news, 'held');
    const burst = Array.from({ length: 12 }, (_, n) =>
      aStory({ id: `b${n}` as StoryId, headline: `Burst ${n}.` }),
    );
    for (const one of burst) await desk.tell(one);
    await desk.restart(60_000);
    for (const one of [story, ...burst]) await settled(news, 'sent', one);
    const shown = JSON.stringify(onDiscord.messages(news.chat).map(({ embeds }) => embeds));
    expect([story, ...burst].filter(({ headline }) => !shown.includes(headline))).toEqual([]);
  });

  it('gets as more than one message loses nothing, though the oldest story of them ranks last', async () => {
    await desk.subscribe(news, { when: { is: 'digest', cron: '0 0 1 1 *' } });
    const many = Array.from({ length: 70 }, (_, n) =>
      aStory({ id: `m${n}` as StoryId, headline: `Burst ${n}.`, confidence: 0.6 + n / 1_000 }),
    );
    for (const one of many) await desk.tell(one);
    const held = await Promise.all(many.map((one) => settled(news, 'held', one)));
    await desk.queue.add(held.map(resendJob));
    for (const one of many) await settled(news, 'sent', one);
    const shown = JSON.stringify(onDiscord.messages(news.chat).map(({ embeds }) => embeds));
    expect(many.filter(({ headline }) => !shown.includes(headline))).toEqual([]);
  });

  it('was sent long before the next attempt may stand there twice, and the ledger says so', async () => {
    await desk.subscribe(news);
    onDiscord.fail({ method: 'POST', path: /messages/u }, { is: 'answer', status: 502, after: true }, 2);
    await desk.tell(story);
    await settled(news, 'held');
    await desk.restart(anHour);
    expect((await settled(news, 'sent')).mayRepeat).toBe(true);
  });
});

describe('trouble in one place', () => {
  it('stops the platform that refuses the token, and no other', async () => {
    await desk.subscribe(group);
    await desk.subscribe(news);
    onTelegram.fail({ method: 'sendMessage' }, wording.unauthorized, 9);
    await desk.tell(story);
    await settled(news, 'sent');
    expect((await settled(group, 'held')).state).toMatchObject({
      reason: reading(/TELEGRAM_TOKEN/u),
    });
    await desk.tell(later);
    await settled(news, 'sent', later);
    expect(desk.events.filter(({ is }) => is === 'halted')).toHaveLength(1);
    expect(onTelegram.requests).toHaveLength(1);
  });

  it('delays no other chat while one is flooded', async () => {
    await desk.subscribe(group);
    await desk.subscribe(other);
    onTelegram.fail({ method: 'sendMessage', chat: group.chat }, wording.retryAfter(600));
    await desk.tell(story);
    await settled(other, 'sent');
    expect((await settled(group, 'held')).state).toMatchObject({ by: 'platform' });
  });
});
