import { beforeEach, describe, expect, it } from 'vitest';
import { feedOf } from '../../src/opml.ts';
import { aChat, type Chat, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

describe('feeds', () => {
  it('are added by any address, tested, paused, removed and brought back', async () => {
    const added = await chat.typed('/feeds add https://lantern.example/feed');
    expect(text(added)).toBe('From now on I read The Lantern. Of its newest 2 items, one is a partnership.');
    expect(await chat.say('/feeds add https://lantern.example/feed')).toBe('I read The Lantern already.');
    expect(text(await chat.press(added, 'Test'))).toMatch(/✅ Lumora and Tern team up[^]*◻️ Ten tips/u);
    expect(await chat.say('/feeds pause lantern')).toMatch(/^I leave The Lantern alone/u);
    expect(await chat.say('/feeds list')).toMatch(/One of them was added here:\nThe Lantern \(paused\)/u);
    expect(await chat.say('/feeds resume lantern')).toBe('I read The Lantern again.');
    const removed = await chat.typed('/feeds remove lantern');
    expect(await chat.newsroom.feeds()).toEqual([]);
    await chat.press(removed, 'Undo');
    expect((await chat.newsroom.feeds()).map(({ title }) => title)).toEqual(['The Lantern']);
  });

  it('cannot be removed by other chats, nor by anybody when they come from a pack', async () => {
    const packed = feedOf('https://pack.example/feed', { title: 'Packed' });
    chat = await aChat({ feeds: packed ? [packed] : [] });
    expect(await chat.say('/feeds remove Packed')).toMatch(/^No feed was added here/u);
    await chat.say('/feeds add https://lantern.example/feed');
    expect(await chat.say('/feeds remove lantern', { from: { platform: 'telegram', chat: '-9' } })).toMatch(
      /^No feed was added here/u,
    );
    expect(await chat.newsroom.feeds()).toHaveLength(2);
  });

  it('that cannot be read are refused with the reason', async () => {
    expect(await chat.say('/feeds add https://nowhere.example/')).toMatch(
      /^https:\/\/nowhere\.example\/ cannot be read: .+/u,
    );
  });

  it('come and go as OPML', async () => {
    const outlines = [
      'lantern.example/feed',
      'lantern.example/rss',
      'gone.example/feed',
      'third.example/feed',
    ].map((at) => `<outline text="${at}" xmlUrl="https://${at}"/>`);
    const opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
    const file = async () => ({
      name: 'mine.opml',
      type: 'text/x-opml',
      bytes: new TextEncoder().encode(opml),
    });
    const imported = await chat.typed('/feeds import', { file });
    expect(text(imported)).toMatch(
      /^2 feeds were added · 0 known already · 0 unreadable\nThere are 2 feeds of yours already/u,
    );
    const exported = await chat.typed('/feeds export');
    expect(new TextDecoder().decode(exported.file?.bytes)).toMatch(
      /xmlUrl="https:\/\/lantern\.example\/rss"/u,
    );
    await chat.press(imported, 'Undo');
    expect(await chat.newsroom.feeds()).toEqual([]);
    expect(await chat.say('/feeds export')).toMatch(/^No feed was added here: \/feeds add takes one/u);
    const large = { file: async () => undefined };
    expect(await chat.say('/feeds import', large)).toBe(
      'The file is larger than 5 MB, the most I take: send it in parts.',
    );
    expect(await chat.say('/feeds import')).toMatch(/^Send an OPML file along/u);
    const broken = async () => ({ name: 'x.opml', type: '', bytes: new Uint8Array([60, 98]) });
    expect(await chat.say('/feeds import', { file: broken })).toMatch(/^x\.opml cannot be read: /u);
  });
});
