import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { desk as tellingDesk } from '../../src/jobs/desk.ts';
import type { House } from '../../src/jobs/house.ts';
import { merge } from '../../src/jobs/merge.ts';
import type { ArticleId, Destination, Said, StoryId } from '../../src/model.ts';
import { votesRoom } from '../../src/newsroom/votesRoom.ts';
import { type Archive, archive } from '../../src/stories/archive.ts';
import { retention } from '../retention.ts';
import { aFinding, anArticle, aSource, aStory } from '../story.ts';
import { type Newsdesk, newsdesk } from './newsdesk.ts';
import { type Press, press } from './press.ts';

const chat: Destination = { platform: 'telegram', chat: '1' };
const minute = 60_000;
const said: Said = { lead: '', partners: ['Lumora', 'Arctic Optics'], kind: 'product', stage: 'announced' };
const first = aStory({ id: 's-1' as StoryId, sources: [aSource({ said })] });
const second = aStory({
  id: 's-2' as StoryId,
  headline: 'Two makers plan a camera',
  sources: [
    aSource({
      article: 'a2' as ArticleId,
      outlet: 'The Lantern',
      title: 'Two makers plan a camera',
      publishedAt: first.firstSeenAt + minute,
      said: { ...said, stage: 'rumoured' },
    }),
  ],
  firstSeenAt: first.firstSeenAt + minute,
});

let paper: Press;
let desk: Newsdesk;
let stories: Archive;
let room: ReturnType<typeof votesRoom>;
let telling: ReturnType<typeof tellingDesk>;

beforeEach(async () => {
  vi.useFakeTimers({
    now: Date.parse('2026-05-04T12:00Z'),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'],
  });
  paper = press('telegram');
  desk = await newsdesk(() => [paper]);
  stories = archive([first, second]);
  telling = tellingDesk([second, first]);
  const house = {
    memory: desk.memory,
    archive: stories,
    desk: telling,
    queue: desk.queue,
    keepStoriesMs: 1e9,
    now: Date.now,
  };
  desk.queue.work('tell', { concurrency: 1 }, (id) => merge(house as House, id));
  room = votesRoom({ ...house, retention } as unknown as Parameters<typeof votesRoom>[0]);
  await desk.subscribe(chat);
  for (const story of [first, second]) await desk.tell(story);
  await pass(minute);
  await room.mergeStories(second, first);
  await room.hidePost(second.id, chat, 'It is the same story.');
  await pass(6 * minute);
});
afterEach(async () => {
  await desk.close();
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let n = 0; n < 40; n += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await new Promise((resume) => setImmediate(resume));
  }
}
const outlets = (id: StoryId) => stories.get(id)?.sources.map(({ outlet }) => outlet);

it('makes one story of two: in the archive, for its sources and in the post that stays', async () => {
  expect(stories.all().map(({ id }) => id)).toEqual([first.id]);
  expect(outlets(second.id)).toEqual(['The Circuit Post', 'The Lantern']);
  expect(stories.search('two makers', { count: 5 })).toEqual([]);
  expect(stories.withArticle('a2' as ArticleId)?.id).toBe(first.id);
  expect(paper.posts).toHaveLength(2);
  expect(paper.edits.find(({ id }) => id === 'm1')?.text).toContain('also: The Lantern');
  expect(paper.edits.find(({ id }) => id === 'm2')?.text).toBe('It is the same story.');
  expect((await desk.memory.stories.get(first.id))?.updatedAt).toBeGreaterThan(0);
});

it('is told on as one: what comes later joins the story that stays', () => {
  const article = anArticle({ id: 'a9' as ArticleId, title: 'Two makers plan a camera' });
  const placed = telling.place(article, aFinding({ evidence: '' }));
  expect([placed.is, placed.story.id]).toEqual(['joined', first.id]);
});

it('happens once, however often it is asked for', async () => {
  await room.mergeStories(second, first);
  await pass(minute);
  expect(outlets(first.id)).toHaveLength(2);
});

it('can be taken back: both stories, and both posts, are as they were', async () => {
  await room.partStory(second.id);
  await room.showPost(second.id, chat);
  await pass(6 * minute);
  expect(stories.all().map(({ id }) => id)).toEqual([first.id, second.id]);
  expect([outlets(first.id), outlets(second.id)]).toEqual([['The Circuit Post'], ['The Lantern']]);
  const last = (id: string) => paper.edits.findLast((edit) => edit.id === id)?.text;
  expect(last('m2')).toMatch(/^Two makers plan a camera/u);
  expect(last('m1')).not.toContain('The Lantern');
});
