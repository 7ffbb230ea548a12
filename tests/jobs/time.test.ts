import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Destination, Story, StoryId } from '../../src/model.ts';
import type { SendOutcome } from '../../src/platforms/platform.ts';
import { aStory } from '../story.ts';
import { type Newsdesk, newsdesk } from './newsdesk.ts';
import { type Press, press } from './press.ts';
import { quoting } from '../said.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.parse('2026-05-04T12:00Z');
const chats = Array.from({ length: 20 }, (_, n): Destination => ({ platform: 'telegram', chat: `${n}` }));
const storyNo = (n: number): Story => aStory({ id: `s${n}` as StoryId, headline: `Story ${n}.` });

let papers: readonly [Press, Press];
let desk: Newsdesk;

beforeEach(async () => {
  vi.useFakeTimers({
    now: noon,
    // Not `setImmediate`: whoever gives others their turn must get it back.
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'],
  });
  papers = [press('telegram'), press('discord')];
  desk = await newsdesk(() => papers);
});
afterEach(async () => {
  await desk.close();
  vi.useRealTimers();
});

async function pass(ms: number, step = minute): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    await vi.advanceTimersByTimeAsync(Math.min(left, step));
    for (let n = 0; n < 5; n += 1) await new Promise((resume) => setImmediate(resume));
  }
}
const outage: SendOutcome = { is: 'wait', ms: 5_000, scope: 'platform', reason: quoting('nobody answers') };

describe('both platforms down for an hour', () => {
  it('are asked seldom meanwhile, and get everything once when they are back', async () => {
    const places = [...chats, ...chats.map((to) => ({ ...to, platform: 'discord' }) as const)];
    for (const to of places) await desk.subscribe(to);
    let asked = 0;
    for (const paper of papers) {
      paper.answer = () => {
        asked += 1;
        return outage;
      };
    }
    for (const n of [1, 2, 3]) await desk.tell(storyNo(n));
    await pass(hour);
    const askedWhenIll = asked;
    for (const paper of papers) paper.answer = undefined;
    await pass(10 * minute);
    expect(askedWhenIll).toBeLessThan(2 * (chats.length + 40));
    for (const { posts } of papers) {
      expect(posts).toHaveLength(3 * chats.length);
      expect(new Set(posts.map(({ to, text }) => `${to.chat} ${text}`)).size).toBe(3 * chats.length);
    }
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['ahead', 2 * hour],
    ['back', -2 * hour],
  ])('two hours %s delays nothing and repeats nothing', async (_name, jump) => {
    const [paper] = papers;
    for (const to of chats) await desk.subscribe(to);
    await desk.tell(storyNo(1));
    vi.setSystemTime(Date.now() + jump);
    await pass(minute, 1_000);
    expect(paper.posts).toHaveLength(chats.length);
    paper.answer = () => ({ is: 'wait', ms: 30_000, scope: 'chat', reason: quoting('flooded') });
    await desk.tell(storyNo(2));
    await pass(1_000);
    vi.setSystemTime(Date.now() - jump);
    paper.answer = undefined;
    await pass(2 * minute);
    expect(paper.posts).toHaveLength(2 * chats.length);
  });

  it.each([
    ['ahead', 16.5 * hour, 2 * hour, 2 * minute],
    ['back', 17.5 * hour, -2 * hour, 0],
  ])('two hours %s lets a digest out once, when the clock says so', async (_name, told, jump, late) => {
    const [paper] = papers;
    const to: Destination = { platform: 'telegram', chat: 'digest' };
    vi.setSystemTime(Date.parse('2026-05-04T00:00Z') + told);
    await desk.subscribe(to, { when: { is: 'digest', cron: '0 18 * * *' } });
    await desk.tell(storyNo(1));
    await pass(1_000);
    vi.setSystemTime(Date.now() + jump);
    await pass(late);
    expect(paper.posts).toHaveLength(late > 0 ? 1 : 0);
    vi.setSystemTime(Date.parse('2026-05-04T18:00Z'));
    await pass(2 * minute);
    vi.setSystemTime(Date.parse('2026-05-05T18:00Z'));
    await pass(2 * minute);
    expect(paper.posts).toHaveLength(1);
  });
});
