import { describe, expect, it } from 'vitest';
import type { ArticleId, FeedId, Story, StoryId } from '../../src/model.ts';
import { archive } from '../../src/stories/archive.ts';
import { aSource, aStory } from '../story.ts';

const day = 86_400_000;
const january = Date.parse('2026-01-05T00:00:00Z');

/** A story of a day; its headline and summary name nobody unless they are given. */
const told = (id: string, onDay: number, partners: readonly string[], changes: Partial<Story> = {}): Story =>
  aStory({
    id: id as StoryId,
    headline: `${partners.join(' and ')} team up`,
    summary: '',
    partners,
    firstSeenAt: january + onDay * day,
    sources: [aSource({ article: `a-${id}` as ArticleId, publishedAt: january + onDay * day })],
    ...changes,
  });
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id);
const page = { count: 10 };

describe('latest', () => {
  const filled = () =>
    archive([
      told('old', 0, ['Lumora', 'Kestrel']),
      told('new', 20, ['Lumora', 'Arctic Optics'], { kind: 'supply', language: 'ja', confidence: 0.6 }),
      told('other', 10, ['Borealis'], { stage: 'ended', sources: [aSource({ feed: 'f9' as FeedId })] }),
    ]);

  it('is newest first, whatever order they came in, page by page', () => {
    expect(ids(filled().latest(page))).toEqual(['new', 'other', 'old']);
    expect(ids(filled().latest({ count: 1, skip: 1 }))).toEqual(['other']);
  });

  it.each([
    ['a company by any spelling', { company: 'LUMORA Inc.' }, ['new', 'old']],
    ['a company nobody told of', { company: 'Nobody' }, []],
    ['kinds', { kinds: ['supply', 'research'] }, ['new']],
    ['stages', { stages: ['ended'] }, ['other']],
    ['languages', { languages: ['ja'] }, ['new']],
    ['feeds', { feeds: ['f9' as FeedId] }, ['other']],
    ['confidence', { leastConfidence: 0.8 }, ['other', 'old']],
    ['a stretch of time', { since: january + day, until: january + 20 * day }, ['other']],
    [
      'empty lists, which ask for nothing',
      { kinds: [], stages: [], languages: [], feeds: [] },
      ['new', 'other', 'old'],
    ],
  ] as const)('can be narrowed to %s', (_name, filter, expected) => {
    expect(ids(filled().latest({ ...filter, ...page }))).toEqual(expected);
  });
});

describe('put', () => {
  it('replaces the version it has and follows new names, articles and times', () => {
    const stories = archive([told('one', 5, ['Borealis', 'Tern']), told('two', 3, ['Lumora'])]);
    stories.put(told('one', 1, ['Borealis', 'Kestrel'], { headline: 'Other words' }));
    expect(ids(stories.latest(page))).toEqual(['two', 'one']);
    expect(ids(stories.latest({ company: 'Kestrel', ...page }))).toEqual(['one']);
    expect(stories.company('Tern')).toBeUndefined();
    expect(ids(stories.search('words', page))).toEqual(['one']);
    expect(stories.search('tern', page)).toEqual([]);
    expect(stories.size()).toBe(2);
    expect(stories.withArticle('a-one' as ArticleId)?.partners).toEqual(['Borealis', 'Kestrel']);
    expect(stories.withArticle('a-none' as ArticleId)).toBeUndefined();
  });

  it('can be undone for what is too old', () => {
    const stories = archive([told('old', 0, ['Lumora']), told('new', 9, ['Lumora', 'Tern'])]);
    stories.forget(january + 5 * day);
    expect(ids(stories.all())).toEqual(['new']);
    expect(ids(stories.search('lumora', page))).toEqual(['new']);
    expect(stories.get('old' as StoryId)).toBeUndefined();
    expect(stories.withArticle('a-old' as ArticleId)).toBeUndefined();
  });
});

describe('search', () => {
  const stories = archive([
    told('lens', 0, ['Xiaomi', 'Leica'], {
      headline: 'Xiaomi and Leica build phone cameras',
      summary: 'Periscopes come in June.',
    }),
    told('cloud', 1, ['AWS', 'Borealis'], { headline: 'Borealis moves to the cloud' }),
    told('han', 2, ['小米', '徕卡'], { headline: '小米与徕卡达成影像战略合作' }),
    told('kana', 3, ['ソニー'], { headline: 'ソニーとホンダがカメラで提携' }),
    told('café', 4, ['Nestlé', 'Tern'], { headline: 'Nestlé opens cafés with Tern', kind: 'distribution' }),
    told('cyrillic', 5, ['Яндекс'], { headline: 'Яндекс и Сбер создают альянс' }),
  ]);

  it.each([
    ['a word of the headline', 'cameras', ['lens']],
    ['a word of the summary', 'periscopes', ['lens']],
    ['the beginning of a word', 'perisc', ['lens']],
    ['all words', 'leica phone', ['lens']],
    ['a name with a letter wrong', 'boraelis', ['cloud']],
    ['a name with a letter missing', 'xiami cameras', ['lens']],
    ['an alias of a partner', 'Amazon Web Services', ['cloud']],
    ['a company in another script', 'Xiaomi', ['lens', 'han']],
    ['two Han signs inside a sentence', '战略', ['han']],
    ['a longer Han phrase', '影像战略合作', ['han']],
    ['katakana', 'カメラ', ['kana']],
    ['no accents', 'cafes nestle', ['café']],
    ['full width and capitals', 'ＣＬＯＵＤ', ['cloud']],
    ['Cyrillic', 'альянс', ['cyrillic']],
    ['nothing but signs', '"*(-', []],
    ['words of the query language', 'NOT OR cloud', ['cloud']],
    ['what is not there', 'zzzzzz', []],
  ])('finds by %s', (_name, words, expected) => {
    expect(new Set(ids(stories.search(words, page)))).toEqual(new Set(expected));
  });

  it('puts a name in the headline before a word in passing, and filters', () => {
    const some = archive([
      told('passing', 9, ['Tern'], { headline: 'Tern opens shops', summary: 'Like Kestrel before.' }),
      told('named', 1, ['Kestrel'], { headline: 'Kestrel and others' }),
    ]);
    expect(ids(some.search('kestrel', page))).toEqual(['named', 'passing']);
    expect(ids(some.search('kestrel', { ...page, company: 'Tern' }))).toEqual(['passing']);
    expect(ids(some.search('kestrel', { count: 1, skip: 1 }))).toEqual(['passing']);
  });
});

describe('a company', () => {
  const stories = archive([
    told('a', 0, ['Google', 'Lumora'], { kind: 'supply' }),
    told('b', 1, ['YouTube', 'Lumora', 'Tern'], { kind: 'supply' }),
    told('c', 2, ['Google', 'Lumora'], { kind: 'product', stage: 'ended' }),
    told('d', 3, ['Kestrel', 'Tern']),
  ]);

  it('has the stories of its brands, newest first, and its ties, closest first', () => {
    const google = stories.company('Alphabet');
    expect(google?.name).toBe('Google');
    expect(ids(google?.stories ?? [])).toEqual(['c', 'b', 'a']);
    expect(google?.ties).toEqual([
      {
        name: 'Lumora',
        stories: 3,
        kind: 'supply',
        firstAt: january,
        lastAt: january + 2 * day,
        ended: true,
      },
      {
        name: 'Tern',
        stories: 1,
        kind: 'supply',
        firstAt: january + day,
        lastAt: january + day,
        ended: false,
      },
    ]);
  });

  it('does not have what its owner does', () => {
    expect(ids(stories.company('youtube')?.stories ?? [])).toEqual(['b']);
    expect(stories.company('Nobody')).toBeUndefined();
  });

  it('is offered by the beginning of its name, the busiest first', () => {
    expect(stories.companies('', 3)).toEqual(['Google', 'Lumora', 'Tern']);
    expect(stories.companies('you', 5)).toEqual(['YouTube']);
  });

  it('has stories with another, oldest first, in either order', () => {
    expect(ids(stories.between('Lumora', 'Google').stories)).toEqual(['a', 'b', 'c']);
    expect(stories.between('GOOGLE', 'lumora').names).toEqual(['Google', 'Lumora']);
    expect(stories.between('Google', 'YouTube').stories).toEqual([]);
    expect(stories.between('Kestrel', 'Google').stories).toEqual([]);
  });
});

describe('trends', () => {
  it('count companies by who stands behind them, pairs and kinds, against the period before', () => {
    const stories = archive([
      told('before', 5, ['Google', 'Lumora']),
      told('one', 12, ['YouTube', 'Lumora'], { kind: 'supply' }),
      told('two', 13, ['Lumora', 'Google', 'YouTube'], { kind: 'supply' }),
      told('three', 14, ['Tern', 'Kestrel']),
      told('after', 20, ['Tern', 'Kestrel']),
    ]);
    const found = stories.trends({ since: january + 10 * day, until: january + 20 * day }, 2);
    expect(found.stories).toEqual({ now: 3, before: 1 });
    expect(found.companies).toEqual([
      { name: 'Google', now: 2, before: 1 },
      { name: 'Lumora', now: 2, before: 1 },
    ]);
    expect(found.pairs[0]).toEqual({ names: ['Google', 'Lumora'], now: 2, before: 1 });
    expect(found.kinds).toEqual([
      { kind: 'supply', now: 2, before: 0 },
      { kind: 'product', now: 1, before: 1 },
    ]);
  });
});

describe('notes', () => {
  const stories = archive([
    told('a', 0, ['Lumora', 'Kestrel']),
    told('b', 1, ['Tern', 'Borealis']),
    told('c', 2, ['Lumora', 'Borealis']),
  ]);
  it.each([
    [
      'a first meeting of two that are known',
      ['Lumora', 'Tern'],
      [
        { is: 'first-between', names: ['Lumora', 'Tern'] },
        { is: 'nth-this-quarter', name: 'Lumora', count: 3 },
      ],
    ],
    [
      'companies that met before',
      ['Tern', 'Borealis'],
      [{ is: 'nth-this-quarter', name: 'Borealis', count: 3 }],
    ],
    ['strangers', ['Nobody', 'Nemo'], []],
  ])('on %s', (_name, partners, expected) => {
    expect(stories.notes(told('x', 3, partners))).toEqual(expected);
  });

  it('count from the beginning of the quarter, and only what came before', () => {
    expect(stories.notes(told('x', 100, ['Lumora', 'Kestrel']))).toEqual([]);
    expect(stories.notes(told('a', 0, ['Lumora', 'Kestrel']))).toEqual([]);
  });
});
