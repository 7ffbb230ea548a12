import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Story, StoryId } from '../../src/model.ts';
import { parse } from '../../src/pipeline/parse/parse.ts';
import type { ParsedFeed } from '../../src/pipeline/parse/parsed.ts';
import { aSource, aStory } from '../story.ts';
import { aWebRoom, type WebRoom } from './aWebRoom.ts';
import { faults } from './feedRules.ts';
import { inEnglish } from '../../src/words/sentence.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const hour = 3_600_000;

const wild = 'Q&A "Ömer" <3 日本 ]]>\u0000\u0008 👍';
const tame = 'Q&A "Ömer" <3 日本 ]]> 👍';
const stories: readonly Story[] = [
  aStory({
    id: 's-wild' as StoryId,
    headline: wild,
    summary: wild,
    partners: [wild, 'Lumora'],
    kind: 'supply',
  }),
  aStory({
    id: 's-linkless' as StoryId,
    firstSeenAt: noon + hour,
    sources: [aSource({ url: 'javascript:alert(1)' })],
  }),
  aStory({
    id: 's-updated' as StoryId,
    firstSeenAt: noon + 2 * hour,
    language: 'de',
    sources: [
      aSource(),
      aSource({ outlet: 'Lumora', url: 'https://newsroom.lumora.com/1', publishedAt: noon + 9 * hour }),
    ],
  }),
];

let web: WebRoom;
beforeAll(async () => {
  web = await aWebRoom(stories, { publicUrl: 'https://pacts.example' });
});
afterAll(() => web.close());

const endings = ['atom', 'rss', 'json'] as const;

async function read(path: string): Promise<ParsedFeed> {
  const answer = await web.get(path);
  const parsed = await parse(new Uint8Array(await answer.arrayBuffer()), {
    url: `https://pacts.example${path}`,
    contentType: answer.headers.get('content-type') ?? '',
  });
  if (!parsed.ok) throw new Error(inEnglish(parsed.reason));
  return parsed.feed;
}

describe.each(endings)('the feed as %s', (ending) => {
  it('breaks no rule of its format', async () => {
    for (const path of [
      `/feed.${ending}`,
      `/companies/Lumora/feed.${ending}`,
      `/kinds/consortium/feed.${ending}`,
    ])
      expect(faults(ending, await (await web.get(path)).text())).toEqual([]);
  });

  it('is read back by our own parser, newest first, with links to primary sources', async () => {
    const { items, title, link } = await read(`/feed.${ending}`);
    expect(title).toBe('Pactwire: partnerships');
    expect(link).toMatch(/^https:\/\/pacts\.example\/?$/u);
    expect(items.map((item) => item.publishedAt)).toEqual([noon + 2 * hour, noon + hour, noon]);
    expect(items[0]).toMatchObject({
      title: 'Lumora teams up with Arctic Optics',
      url: 'https://newsroom.lumora.com/1',
    });
  });

  it('carries wild text as text', async () => {
    const { items } = await read(`/feed.${ending}`);
    const shown = items.find(({ title }) => title.includes('Ömer'));
    expect(shown?.title).toBe(tame);
    expect(shown?.content || shown?.summary).toContain('&lt;3 日本');
  });

  it('never links to anything but the web', async () => {
    const text = await (await web.get(`/feed.${ending}`)).text();
    expect(text).not.toContain('javascript:');
  });

  it('keeps the ids of stories, wherever it is reached', async () => {
    const elsewhere = await aWebRoom(stories);
    const [here, there] = await Promise.all(
      [web, elsewhere].map(async (room) => (await room.get(`/feed.${ending}`)).text()),
    );
    const ids = (text = '') => [...text.matchAll(/urn:uuid:[\w-]+/gu)].map(([id]) => id);
    expect(ids(here)).toEqual(ids(there));
    expect(new Set(ids(here)).size).toBeGreaterThanOrEqual(3);
    await elsewhere.close();
  });

  it('answers 304 to who has it already', async () => {
    const first = await web.get(`/feed.${ending}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await web.get(`/feed.${ending}`, { 'if-none-match': etag })).status).toBe(304);
    expect((await web.get(`/feed.${ending}`, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each<[what: string, change: Partial<Story>]>([
    ['told by one more', { sources: [aSource(), aSource({ publishedAt: noon + 30 * hour })] }],
    [
      'told by one more that was published before',
      { sources: [aSource(), aSource()], updatedAt: noon + 30 * hour },
    ],
    ['corrected', { partners: ['Lumora', 'Tern'], updatedAt: noon + 30 * hour }],
  ])('is a new version when a story is %s, under the same id', async (_what, change) => {
    const before = await (await web.get(`/feed.${ending}`)).text();
    const story = stories[0] as Story;
    const grown = { ...story, ...change };
    const later = await aWebRoom([grown, ...stories.slice(1)], { publicUrl: 'https://pacts.example' });
    const after = await (await later.get(`/feed.${ending}`)).text();
    await later.close();
    expect(after).not.toBe(before);
    expect(after).toMatch(/2026-03-03T18:00:00/u);
  });

  it.each([
    ['a company', `/companies/Arctic%20Optics/feed.${ending}`, 2],
    ['a company, spelt otherwise', `/companies/ARCTIC%20OPTICS%20Inc/feed.${ending}`, 2],
    ['a kind', `/kinds/supply/feed.${ending}`, 1],
  ])('is there for %s alone', async (_name, path, count) => {
    expect((await read(path)).items).toHaveLength(count);
  });

  it.each([`/companies/Nobody/feed.${ending}`, `/kinds/nonsense/feed.${ending}`])(
    'does not exist at %s',
    async (path) => {
      expect((await web.get(path)).status).toBe(404);
    },
  );
});
