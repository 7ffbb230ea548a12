import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Story, StoryId } from '../../src/model.ts';
import { aSource, aStory } from '../story.ts';
import { aWebRoom, type WebRoom } from './aWebRoom.ts';
import { manyStories } from './manyStories.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const stories: readonly Story[] = [
  ...manyStories(60, now),
  aStory({
    id: 's-hostile' as StoryId,
    headline: hostile,
    summary: hostile,
    partners: [hostile, 'Mallory'],
    language: '"><script>',
    sources: [aSource({ outlet: hostile, url: 'javascript:alert(1)' })],
    firstSeenAt: now - 1,
    notes: [
      { is: 'first-between', names: [hostile, 'Mallory'] },
      { is: 'nth-this-quarter', name: 'Mallory', count: 4 },
    ],
  }),
];

let web: WebRoom;
beforeAll(async () => {
  web = await aWebRoom(stories, { now: () => now });
});
afterAll(() => web.close());

const text = async (path: string) => (await web.get(path)).text();
const headlines = (html: string) =>
  [...html.matchAll(/plan number (\d+) for/gu)].map(([, number]) => Number(number));

describe('a story on a page', () => {
  it('leads to its primary source, whoever told it before', async () => {
    const own = 'https://newsroom.lumora.com/1';
    const told = aStory({ sources: [aSource(), aSource({ outlet: 'Lumora', url: own })] });
    const room = await aWebRoom([told], { now: () => now });
    const html = await (await room.get('/')).text();
    await room.close();
    expect(html).toContain(`<h2><a href="${own}" rel="noopener noreferrer">${told.headline}</a></h2>`);
    expect(html).toMatch(/class="sources"><a [^>]+>Lumora<\/a> · <a [^>]+>The Circuit Post<\/a>/u);
  });
});

describe('the latest partnerships', () => {
  it('say what memory adds to a story', async () => {
    expect(await text('/')).toMatch(
      /First deal between &quot;[^<]* and Mallory · 4th deal of Mallory this quarter/u,
    );
  });

  it('come newest first, a page at a time', async () => {
    expect(headlines(await text('/')).slice(0, 3)).toEqual([59, 58, 57]);
    expect(headlines(await text('/?page=2'))[0]).toBe(42);
  });

  it('lead to older ones until there are none, filters kept', async () => {
    const first = await text('/?kind=supply&words=plan');
    expect(await text('/')).toContain('<a href="/?page=2" rel="next">');
    expect(await text('/?page=4')).not.toContain('rel="next"');
    expect(first).not.toContain('rel="next"');
    expect(await text('/?company=Lumora')).toContain('href="/?company=Lumora&amp;page=2" rel="next"');
  });

  const filters: readonly [string, query: string, fits: (story: Story) => boolean][] = [
    ['by company', 'company=arctic+optics', ({ partners }) => partners.includes('Arctic Optics')],
    ['by kind', 'kind=supply', ({ kind }) => kind === 'supply'],
    ['by language', 'language=de', ({ language }) => language === 'de'],
    [
      'by all at once',
      'kind=alliance&language=de',
      ({ kind, language }) => kind === 'alliance' && language === 'de',
    ],
  ];
  it.each(filters)('can be chosen %s', async (_name, query, fits) => {
    const expected = stories.filter(fits).map(({ headline }) => headlines(headline)[0]);
    expect(headlines(await text(`/?${query}`))).toEqual(expected.toReversed().slice(0, 18));
  });

  it('can be searched by words', async () => {
    expect(headlines(await text('/?words=number+17'))).toContain(17);
  });

  it('says so when nothing fits', async () => {
    expect(await text('/?company=Nobody')).toContain('Nothing was told that fits');
  });

  it.each([
    '/?page=-3',
    '/?page=x',
    '/?page=1e99',
    '/?kind=nonsense',
    '/?language=%22%3E',
    '/?words=%00%FF',
    '/?words="*',
  ])('does not stumble over %s', async (path) => {
    expect((await web.get(path)).status).toBe(200);
  });
});

describe('the page of a company', () => {
  it('shows its partners, a drawing that leads to them, and its timeline', async () => {
    const html = await text('/companies/Lumora');
    expect(html).toContain('<h1>Lumora</h1>');
    expect(html).toMatch(/<a class="n\d+" href="\/companies\/Arctic%20Optics"><rect/u);
    expect(html).toContain(`href="/companies/${encodeURIComponent('明月半导体')}"`);
    expect(headlines(html)[0]).toBe(59);
  });

  it('exists only for companies that were told of', async () => {
    const answer = await web.get('/companies/Nobody');
    expect([answer.status, (await answer.text()).includes('nothing at this address')]).toEqual([404, true]);
  });
});

describe('the trends', () => {
  it.each([7, 30, 90, 365])('of %i days are drawn and listed', async (days) => {
    const html = await text(`/trends?days=${days}`);
    expect(html).toContain(`<a href="/trends?days=${days}" aria-current="page">`);
    expect(html).toContain('<svg');
    expect(html).toContain('<h2>Pairs</h2>');
  });
});

describe("the visitor's language", () => {
  const inLanguage = async (accepted: string, path = '/') =>
    (await web.get(path, { 'accept-language': accepted })).text();

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'Neueste Partnerschaften'],
    ['nl, fr;q=0.8, en;q=0.5', 'fr', 'Derniers partenariats'],
    ['en;q=0.4, ja;q=0.7', 'ja', '最新の提携'],
    ['es-419', 'es', ''],
    ['zh-TW', 'zh', ''],
    ['pt-BR, de;q=0', 'en', 'Latest partnerships'],
    ['*', 'en', 'Latest partnerships'],
    ['"><script>;q=x', 'en', 'Latest partnerships'],
  ])('of %s is %s', async (accepted, language, heading) => {
    const html = await inLanguage(accepted);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(heading);
  });

  it('is that of a whole page: of its drawings, of its dates, and of what is not there', async () => {
    expect(await inLanguage('de', '/companies/Lumora')).toMatch(
      /<title>Partner von Lumora<\/title>[^]*Zeitleiste[^]*02\.03\.2026/u,
    );
    expect(await inLanguage('ja', '/trends')).toContain('>会社</text>');
    expect(await inLanguage('fr', '/nowhere')).toContain('Il n’y a rien à cette adresse');
  });

  it('is told to caches, so that nobody gets the page of another', async () => {
    expect((await web.get('/')).headers.get('vary')).toMatch(/Accept-Language/u);
  });
});

describe('every page', () => {
  const pages = ['/', '/companies/Lumora', '/companies/Mallory', '/trends', '/nowhere'];

  it.each(pages)('%s is at most 50 kB, and a fifth of it on the way', async (path) => {
    const html = await text(path);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(50_000);
    expect((await web.get(path)).headers.get('content-encoding')).toBe('gzip');
  });

  it.each(pages)('%s loads nothing but our own style and icon', async (path) => {
    const html = await text(path);
    const loaded = [
      ...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"[^>]*href|img[^>]*src|script[^>]*src)="([^"]*)"/gu),
    ];
    expect(loaded.map(([, url]) => url?.split('?')[0])).toEqual(['/style.css', '/icon.svg']);
    expect(html).not.toMatch(/<script|<[^>]*\s(?:style|on\w+)=/u);
  });

  it.each(['/', '/companies/Mallory', '/trends?days=7'])('%s shows hostile text as text', async (path) => {
    const html = await text(path);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('javascript:');
  });

  it.each(pages)('%s may be asked for again cheaply', async (path) => {
    const first = await web.get(path);
    if (first.status === 404) return;
    expect((await web.get(path, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
  });
});
