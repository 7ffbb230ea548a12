import { describe, expect, it } from 'vitest';
import { changed, failed, newsroomHouse, retired, rss } from './newsroomHouse.ts';
import { quoting } from '../said.ts';

const wire = 'https://wire.example/feed';
const others = [1, 2, 3, 4].map((number) => `https://${number}.example/feed`);
const down = failed('wire.example answered 500: its server has trouble; it is tried again later.');

/** One troubled feed among four good ones. */
async function newsroom(chats: readonly string[], addresses = [wire, ...others]) {
  const room = await newsroomHouse(addresses, chats);
  for (const address of addresses) room.answers.set(address, changed(address, rss(address)));
  return room;
}

describe('a feed that fails', () => {
  it('is told of after a day, once, to every chat, and again when it heals', async () => {
    const room = await newsroom(['a', 'b']);
    room.answers.set(wire, down);
    await room.round();
    await room.round(23);
    expect(room.posted).toEqual([]);
    await room.round(1);
    expect(room.posted.map(({ to }) => to)).toEqual(['a', 'b']);
    expect(room.posted[0]?.text).toContain('wire.example answered 500');
    await room.round(24);
    expect(room.posted.length).toBe(2);
    room.answers.set(wire, changed(wire, rss('back')));
    await room.round(1);
    await room.round(1);
    expect(room.posted.slice(2)).toEqual([
      { to: 'a', text: 'I can read again\nwire.example' },
      { to: 'b', text: 'I can read again\nwire.example' },
    ]);
    expect(room.failures).toEqual([]);
  });

  it('and heals within the day is not spoken of', async () => {
    const room = await newsroom(['a']);
    room.answers.set(wire, down);
    await room.round();
    await room.round(20);
    room.answers.set(wire, changed(wire, rss('back')));
    await room.round(1);
    await room.round(24);
    expect(room.posted).toEqual([]);
  });

  it('shares a message with those that fail beside it', async () => {
    const room = await newsroom(['a']);
    for (const address of [wire, ...others.slice(0, 1)]) room.answers.set(address, down);
    await room.round();
    await room.round(24);
    expect(room.posted.map(({ text }) => text.split('\n').length)).toEqual([4]);
  });

  it('is not spoken of while most feeds fail: the trouble is our own', async () => {
    const room = await newsroom(['a']);
    for (const address of [wire, ...others]) room.answers.set(address, down);
    await room.round();
    await room.round(25);
    expect(room.posted).toEqual([]);
    for (const address of others) room.answers.set(address, changed(address, rss('back')));
    await room.round(1);
    expect(room.posted.map(({ text }) => text.includes('wire.example'))).toEqual([true]);
    expect(room.posted[0]?.text).not.toContain('1.example');
  });
});

it('a feed that is gone for good is told of at once, and asked no more', async () => {
  const room = await newsroom(['a']);
  room.answers.set(wire, retired);
  await room.round();
  expect(room.posted.map(({ text }) => text)).toEqual([
    'Gone for good, says the publisher\nwire.example: wire.example says that this feed is gone for good: remove it.\nI no longer ask for them.',
  ]);
  expect(await room.state(wire)).toHaveProperty('retiredAt');
});

it('a chat that cannot be written to now is told later', async () => {
  const room = await newsroom(['a']);
  room.answers.set(wire, retired);
  room.outcomes.push({ is: 'wait', ms: 1_000, scope: 'chat', reason: quoting('slow down') });
  await room.round();
  expect(room.posted).toEqual([]);
  await room.round(1);
  expect(room.posted.length).toBe(1);
});

it('a chat that is gone is not told, then or later', async () => {
  const room = await newsroom(['a']);
  room.answers.set(wire, retired);
  room.outcomes.push({ is: 'gone', reason: quoting('the bot was removed') });
  await room.round();
  await room.round(1);
  expect(room.posted).toEqual([]);
});
