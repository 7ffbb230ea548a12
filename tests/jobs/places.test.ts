import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Destination, StoryId, Subscription } from '../../src/model.ts';
import { discord } from '../../src/platforms/discord/discord.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { aSource, aStory } from '../story.ts';
import { type Newsdesk, newsdesk } from './newsdesk.ts';

const story = aStory({ id: 's-1' as StoryId, stage: 'rumoured' });
let server: FakeDiscord;
let desk: Newsdesk;

beforeEach(async () => {
  server = await fakeDiscord();
  desk = await newsdesk(() => [
    discord({ apiUrl: server.apiUrl, token: server.token, log: createLog('silent') }),
  ]);
});
afterEach(async () => {
  await desk.close();
  await server.close();
});

const place = (chat: string): Destination => ({ platform: 'discord', chat });

it('a story has a thread in a forum, tagged by its kind; what becomes of it is told there', async () => {
  const { forum } = server.channels;
  await desk.subscribe(place(forum), { placeKind: 'forum', tags: ['News'] });
  await desk.tell(story);
  await vi.waitFor(() => expect(server.threads(forum)).toHaveLength(1));
  const [thread] = server.threads(forum);
  expect(thread?.tags.toSorted()).toEqual(['Joint product', 'News']);
  await vi.waitFor(async () => expect((await desk.delivery(story, place(forum)))?.state.is).toBe('sent'));
  await desk.tell({ ...story, stage: 'announced', sources: [aSource(), aSource({ outlet: 'B' })] });
  await vi.waitFor(() =>
    expect(server.messages(thread?.id ?? '').map(({ embeds, edited }) => [embeds[0]?.title, edited])).toEqual(
      [
        [story.headline, true],
        ['Now official: Lumora × Arctic Optics', false],
      ],
    ),
  );
  expect(server.threads(forum)).toHaveLength(1);
});

it.each<[name: string, wishes: Partial<Subscription>, passedOn: boolean]>([
  ['passed on to those who follow', {}, true],
  ['kept where it is on request', { publish: false }, false],
])('an announcement is %s', async (_name, wishes, passedOn) => {
  const { announcements } = server.channels;
  await desk.subscribe(place(announcements), { placeKind: 'announcements', ...wishes });
  await desk.tell(story);
  await desk.queue.idle();
  expect(server.messages(announcements).map(({ crossposted = false }) => crossposted)).toEqual([passedOn]);
});

it('an announcement that must wait to be passed on holds up no post', async () => {
  const { announcements } = server.channels;
  server.fail({ path: /crosspost/u }, { is: 'rateLimit', scope: 'shared', seconds: 1_800 }, 9);
  await desk.subscribe(place(announcements), { placeKind: 'announcements' });
  await desk.tell(story);
  await desk.tell(aStory({ id: 's-2' as StoryId }));
  await vi.waitFor(() => expect(server.messages(announcements)).toHaveLength(2));
  await vi.waitFor(() =>
    expect(desk.events.filter(({ is }) => is === 'crosspost')).toMatchObject([
      { outcome: { is: 'wait', scope: 'chat' } },
      { outcome: { is: 'wait', scope: 'chat' } },
    ]),
  );
  expect((await desk.queue.depth()).get('crosspost-discord')).toBe(2);
});
