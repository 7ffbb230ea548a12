import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Destination, Stage, Story, StoryId, SubscriptionId } from '../../src/model.ts';
import { aSource, aStory } from '../story.ts';
import { type Newsdesk, newsdesk } from './newsdesk.ts';
import { type Press, press } from './press.ts';
import { quoting } from '../said.ts';

const chat: Destination = { platform: 'telegram', chat: '1' };
const other: Destination = { platform: 'telegram', chat: '2' };
const minute = 60_000;

let paper: Press;
let desk: Newsdesk;

beforeEach(async () => {
  vi.useFakeTimers({
    now: Date.parse('2026-05-04T23:00Z'),
    // Not `setImmediate`: whoever gives others their turn must get it back.
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'],
  });
  paper = press('telegram');
  desk = await newsdesk(() => [paper]);
});
afterEach(async () => {
  await desk.close();
  vi.useRealTimers();
});

const storyNo = (n: number, more: Partial<Story> = {}): Story =>
  aStory({ id: `s${n}` as StoryId, headline: `Story ${n}`, ...more });
const pass = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 60 * minute) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 60 * minute));
    await turns();
  }
};
/** Gives what is under way real time to end. */
const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await new Promise((resume) => setImmediate(resume));
  }
};
const states = async (stories: readonly Story[]): Promise<readonly (string | undefined)[]> =>
  Promise.all(stories.map(async (story) => (await desk.delivery(story, chat))?.state.is));

describe('what was held', () => {
  const stories = [1, 2, 3].map((n) => storyNo(n, { confidence: 0.6 + n / 10 }));

  it.each([
    ['in quiet hours', { quietHours: { from: '22:00', to: '07:00' } }, '2026-05-05T07:00Z'],
    ['for a digest', { when: { is: 'digest', cron: '0 18 * * *' } } as const, '2026-05-05T18:00Z'],
  ])('%s comes as one message, best first, when its time comes', async (_name, wishes, due) => {
    await desk.subscribe(chat, wishes);
    for (const story of stories) await desk.tell(story);
    await turns();
    expect(await states(stories)).toEqual(['held', 'held', 'held']);
    vi.setSystemTime(Date.now() + 6 * 60 * minute);
    await desk.restart();
    await pass(2 * minute);
    expect(paper.posts).toEqual([]);
    vi.setSystemTime(Date.parse(due) - minute);
    await pass(2 * minute);
    expect(paper.posts).toHaveLength(1);
    expect(Math.abs((paper.posts[0]?.at ?? 0) - Date.parse(due))).toBeLessThan(2_000);
    expect(paper.posts[0]?.text.match(/Story \d/gu)).toEqual(['Story 3', 'Story 2', 'Story 1']);
    expect(await states(stories)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is changed in that message when a story of it goes on, at most every five minutes', async () => {
    await desk.subscribe(chat, { quietHours: { from: '22:00', to: '07:00' } });
    for (const story of stories) await desk.tell(story);
    await turns();
    vi.setSystemTime(Date.parse('2026-05-05T07:00Z'));
    await pass(2 * minute);
    const [, second, third] = stories as [Story, Story, Story];
    const own = aSource({ outlet: 'Lumora', url: 'https://newsroom.lumora.com/1' });
    await desk.tell({ ...second, sources: [...second.sources, own] });
    await pass(minute);
    await desk.tell({ ...third, sources: [...third.sources, own] });
    await pass(minute);
    expect(paper.posts).toHaveLength(1);
    expect(paper.edits.map(({ id }) => id)).toEqual(['m1']);
    expect(paper.edits[0]?.text.match(/Story \d|2 outlets/gu)).toEqual([
      'Story 2',
      '2 outlets',
      'Story 3',
      'Story 1',
    ]);
    await pass(10 * minute);
    expect(paper.edits.map(({ text }) => text.match(/2 outlets/gu)?.length)).toEqual([1, 2]);
    expect((paper.edits[1]?.at ?? 0) - (paper.edits[0]?.at ?? 0)).toBeGreaterThanOrEqual(5 * minute);
    await pass(60 * minute);
    expect(paper.edits).toHaveLength(2);
  });

  it('loses nothing when there is more than one message can hold', async () => {
    await desk.subscribe(chat, { quietHours: { from: '22:00', to: '07:00' } });
    const many = Array.from({ length: 60 }, (_, n) => storyNo(100 + n));
    for (const story of many) await desk.tell(story);
    await turns();
    vi.setSystemTime(Date.parse('2026-05-05T07:00Z'));
    await pass(2 * minute);
    expect(paper.posts.length).toBeGreaterThan(1);
    const told = paper.posts.flatMap(({ text }) => text.match(/Story \d+/gu) ?? []);
    expect(told.toSorted()).toEqual(many.map(({ headline }) => headline).toSorted());
  });
});

describe('a burst', () => {
  it('is told in one message, while a few stories have one each', async () => {
    const refuse = { is: 'wait', ms: minute, scope: 'chat', reason: quoting('flooded') } as const;
    await desk.subscribe(chat);
    paper.answer = () => refuse;
    const many = Array.from({ length: 14 }, (_, n) => storyNo(n));
    for (const story of many) await desk.tell(story);
    await turns();
    paper.answer = undefined;
    await pass(2 * minute);
    expect(paper.posts).toHaveLength(1);
    expect(new Set(await states(many))).toEqual(new Set(['sent']));
    await desk.subscribe(other);
    for (const n of [100, 101]) await desk.tell(storyNo(n));
    await pass(minute);
    expect(paper.posts.filter(({ to }) => to.chat === '2')).toHaveLength(2);
  });
});

describe('the ledger', () => {
  it('keeps what failed for good for thirty days, and what was sent longer', async () => {
    await desk.subscribe(chat);
    await desk.tell(storyNo(1));
    await turns();
    paper.answer = () => ({ is: 'refused', what: 'message', reason: quoting('no') });
    await desk.tell(storyNo(2));
    await turns();
    const day = 24 * 60 * minute;
    vi.setSystemTime(Date.now() + 29 * day);
    expect(await states([storyNo(1), storyNo(2)])).toEqual(['sent', 'failed']);
    vi.setSystemTime(Date.now() + 2 * day);
    expect(await states([storyNo(1), storyNo(2)])).toEqual(['sent', undefined]);
  });
});

describe('a place with several subscriptions', () => {
  const second = { id: 'telegram/1#2' as SubscriptionId };

  it('hears a story once', async () => {
    await desk.subscribe(chat);
    await desk.subscribe(chat, second);
    await desk.tell(storyNo(1));
    await pass(minute);
    expect(paper.posts).toHaveLength(1);
  });

  it('has all of them paused by one refusal, and moved by one move', async () => {
    await desk.subscribe(chat, { companies: ['Nobody'] });
    await desk.subscribe(chat, second);
    paper.answer = ({ chat: to }) => (to === '1' ? { is: 'moved', to: other } : undefined);
    await desk.tell(storyNo(1));
    await pass(minute);
    const moved = await desk.memory.subscriptions.getMany(['telegram/2', 'telegram/2#2']);
    expect(moved.map((one) => one?.to)).toEqual([other, other]);
    paper.answer = () => ({ is: 'refused', what: 'chat', reason: quoting('closed') });
    await desk.tell(storyNo(2));
    await pass(minute);
    const paused = await desk.memory.subscriptions.getMany(['telegram/2', 'telegram/2#2']);
    expect(paused.map((one) => one?.paused)).toEqual([quoting('closed'), quoting('closed')]);
  });
});

describe('a story that goes on', () => {
  const rumoured = storyNo(1, { stage: 'rumoured' });
  const joined = (outlets: number, stage: Stage = 'rumoured'): Story => ({
    ...rumoured,
    stage,
    sources: Array.from({ length: outlets }, (_, n) => aSource({ outlet: `Outlet ${n}` })),
  });

  it('changes the post that stands there, at most every five minutes', async () => {
    await desk.subscribe(chat);
    await desk.tell(rumoured);
    await turns();
    for (let outlets = 2; outlets < 12; outlets += 1) {
      await desk.tell(joined(outlets));
      await pass(minute);
    }
    await pass(10 * minute);
    expect(paper.posts).toHaveLength(1);
    expect(paper.edits[0]?.text).toContain('Outlet 0 · also: Outlet 1');
    expect(paper.edits.at(-1)?.text).toContain('and 7 more');
    const gaps = paper.edits.slice(1).map(({ at }, n) => at - (paper.edits[n]?.at ?? 0));
    expect(paper.edits.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5 * minute);
  });

  it('changes the post when the company tells it itself, which its link then leads to', async () => {
    await desk.subscribe(chat);
    await desk.tell(rumoured);
    await turns();
    const own = aSource({ outlet: 'Lumora', url: 'https://newsroom.lumora.com/1' });
    await desk.tell({ ...rumoured, sources: [...rumoured.sources, own] });
    await pass(minute);
    expect(paper.edits.map(({ id, link }) => [id, link])).toEqual([['m1', own.url]]);
    expect(paper.edits[0]?.text).toContain('Lumora · also: The Circuit Post');
  });

  it.each<[Stage, string]>([
    ['announced', 'Now official'],
    ['ended', 'Ended'],
  ])('answers its own post when it is %s, once', async (stage, opening) => {
    await desk.subscribe(chat);
    await desk.tell(rumoured);
    await turns();
    await desk.tell(joined(2, stage));
    await desk.tell(joined(3, stage));
    await desk.tell(joined(3, 'rumoured'));
    await pass(minute);
    expect(paper.posts.map(({ options }) => options)).toEqual([{}, { replyTo: 'm1' }]);
    expect(paper.posts[1]?.text).toContain(opening);
  });

  it('changes the post also where it would not be told any more', async () => {
    await desk.subscribe(chat, { stages: ['rumoured'] });
    await desk.tell(rumoured);
    await turns();
    await desk.tell(joined(2, 'announced'));
    await pass(minute);
    expect(paper.posts).toHaveLength(1);
    expect(paper.edits[0]?.text).toContain('announced');
  });

  it('leaves a post alone that cannot be changed any more', async () => {
    await desk.subscribe(chat);
    await desk.tell(rumoured);
    await turns();
    paper.answer = () => ({ is: 'refused', what: 'message', reason: quoting('gone') });
    for (const outlets of [2, 3]) {
      await desk.tell(joined(outlets));
      await pass(10 * minute);
    }
    expect(desk.events.filter(({ is }) => is === 'edit')).toHaveLength(1);
  });
});
