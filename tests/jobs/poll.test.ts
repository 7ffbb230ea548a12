import { describe, expect, it } from 'vitest';
import { isDue } from '../../src/pipeline/due.ts';
import { feedId } from '../../src/feedId.ts';
import { changed, newsroomHouse, rss } from './newsroomHouse.ts';

const [old, other, next] = [
  'https://old.example/f',
  'https://other.example/f',
  'https://new.example/f',
] as const;

describe('a feed that moved for good', () => {
  it('is asked at its new address from then on', async () => {
    const room = await newsroomHouse([old], []);
    room.answers.set(old, changed(next, rss('x'), next));
    room.answers.set(next, changed(next, rss('y')));
    await room.round();
    await room.round(1);
    expect(room.asked).toEqual([old, next]);
  });

  it('to where another feed is polled leaves the polling to that one', async () => {
    const room = await newsroomHouse([old, other], []);
    room.answers.set(old, changed(other, rss('x'), other));
    room.answers.set(other, changed(other, rss('x')));
    await room.round();
    const state = await room.state(old);
    expect(state).toMatchObject({ mergedInto: feedId(other) });
    expect(isDue(state, Number.MAX_SAFE_INTEGER)).toBe(false);
    expect(await room.state(other)).not.toHaveProperty('mergedInto');
  });

  it('to where another one has moved too leaves the polling to that one', async () => {
    const room = await newsroomHouse([old, other], []);
    for (const address of [old, other]) room.answers.set(address, changed(next, rss('x'), next));
    await room.round();
    expect(await room.state(old)).toMatchObject({ movedTo: next });
    expect(await room.state(old)).not.toHaveProperty('mergedInto');
    expect(await room.state(other)).toMatchObject({ mergedInto: feedId(old) });
  });
});

describe('a page instead of a feed', () => {
  const page = 'https://page.example/';
  const html = `<html><link rel="alternate" type="application/rss+xml" href="${next}">`;

  it('is searched for its feed, which is read from then on', async () => {
    const room = await newsroomHouse([page], []);
    room.answers.set(page, changed(page, html));
    room.answers.set(next, changed(next, rss('x')));
    await room.round();
    expect(await room.state(page)).toMatchObject({ movedTo: next, failures: 0 });
    expect(room.events.map(({ is }) => is)).toEqual(['found', 'fetched']);
    room.asked.length = 0;
    await room.round(1);
    expect(room.asked).toEqual([next]);
  });

  it('without a feed is searched at first and at the fourth failure, not each time', async () => {
    const room = await newsroomHouse([page], []);
    room.answers.set(page, changed(page, '<html>'));
    const requests: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      room.asked.length = 0;
      await room.round(24);
      requests.push(room.asked.length);
    }
    expect(requests.map((count) => count > 1)).toEqual([true, false, false, true, false, false]);
    expect(room.events.at(-1)).toMatchObject({ is: 'failed', kind: 'not-a-feed' });
  });
});
