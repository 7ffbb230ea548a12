import { describe, expect, it } from 'vitest';
import { desk } from '../../src/jobs/desk.ts';
import type { ArticleId } from '../../src/model.ts';
import { aFinding, anArticle } from '../story.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-02T12:00:00Z');

interface Item {
  readonly on: number;
  readonly title: string;
  readonly lead?: string;
  readonly partners: readonly string[];
  readonly language?: string;
}

/** How many stories the items become, told in the order given. */
function stories(items: readonly Item[]): number {
  const open = desk();
  const ids = new Set<string>();
  for (const [at, { on, title, lead = '', partners, language }] of items.entries()) {
    const article = anArticle({
      id: `a${at}` as ArticleId,
      title,
      text: lead,
      publishedAt: start + on * day,
      ...(language === undefined ? {} : { language }),
    });
    const { story } = open.place(article, aFinding({ partners }));
    open.file(story);
    ids.add(story.id);
  }
  return ids.size;
}

const lens = {
  on: 0,
  title: 'Lumora teams up with Arctic Optics for phone cameras',
  lead: 'Lumora and Arctic Optics will build periscope lenses for the Lumora Nine, due in June.',
  partners: ['Lumora', 'Arctic Optics'],
};

describe('one event', () => {
  it.each<[string, Item]>([
    [
      'in other words the same day',
      {
        on: 0,
        title: 'Arctic Optics to supply lenses for next Lumora flagship',
        lead: 'The camera maker has signed a partnership with Lumora, whose Nine is due in summer.',
        partners: ['Arctic Optics', 'Lumora'],
      },
    ],
    [
      'days later, with the same object',
      {
        on: 5,
        title: 'Why Lumora picked Arctic Optics for the periscope lenses of its Nine',
        lead: 'Lumora and Arctic Optics want phone cameras to match compact ones.',
        partners: ['Lumora', 'Arctic Optics'],
      },
    ],
    [
      'by a headline alone',
      {
        on: 1,
        title: 'Lumora, Arctic Optics partner on phone cameras',
        partners: ['Lumora', 'Arctic Optics'],
      },
    ],
    [
      'in German',
      {
        on: 0,
        title: 'Lumora und Arctic Optics entwickeln gemeinsam Kameras',
        lead: 'Der Handyhersteller Lumora und Arctic Optics bauen Objektive für das Lumora Nine.',
        partners: ['Lumora', 'Arctic Optics'],
        language: 'de',
      },
    ],
    [
      'in Japanese',
      {
        on: 1,
        title: 'LumoraとArctic Optics、スマートフォンのカメラで提携',
        lead: '両社は次期「Lumora Nine」向けのレンズを共同開発する。',
        partners: ['Lumora', 'Arctic Optics'],
        language: 'ja',
      },
    ],
  ])('%s', (_name, other) => {
    expect(
      stories([
        { ...lens, language: 'en' },
        { language: 'en', ...other },
      ]),
    ).toBe(1);
  });

  it('by a company and by its brand', () => {
    const cloud = {
      title: 'Borealis moves its car platform to the cloud with a partner',
      lead: 'Borealis will run the QX car platform there and sell it to car makers.',
    };
    expect(
      stories([
        { on: 0, ...cloud, partners: ['Borealis', 'Amazon Web Services'] },
        { on: 1, ...cloud, title: 'Amazon to host Borealis QX', partners: ['Amazon', 'Borealis'] },
      ]),
    ).toBe(1);
  });

  it('by its name in another script', () => {
    expect(
      stories([
        {
          on: 0,
          title: '小米与Lumora达成15亿美元影像合作',
          partners: ['小米', 'Lumora'],
          language: 'zh',
        },
        {
          on: 0,
          title: 'Xiaomi and Lumora sign $1.5 billion imaging pact',
          partners: ['Xiaomi', 'Lumora'],
          language: 'en',
        },
      ]),
    ).toBe(1);
  });
});

describe('another event', () => {
  it.each<[string, Item]>([
    [
      'the same two, another object, a week and a half later',
      {
        on: 11,
        title: 'Lumora and Arctic Optics open a school for photographers in Oslo',
        lead: 'Courses on light and composition begin in autumn; students under twenty pay nothing, the two companies say.',
        partners: ['Lumora', 'Arctic Optics'],
      },
    ],
    [
      'one of the two with somebody else the same day',
      {
        on: 0,
        title: 'Lumora signs Tern Mobile as distributor in Chile',
        lead: 'The carrier puts the brand on shelves of forty shops from Santiago to Punta Arenas before Christmas.',
        partners: ['Lumora', 'Tern Mobile'],
      },
    ],
    ['the same words weeks after', { ...lens, on: 30 }],
    [
      'others doing the like',
      {
        on: 0,
        title: 'Kestrel teams up with Vega Glass for phone cameras',
        lead: 'The two want to replace heavy glass by plastic and show a first sample at a trade fair in autumn.',
        partners: ['Kestrel', 'Vega Glass'],
      },
    ],
    [
      'the same two in another language, another object',
      {
        on: 6,
        title: 'Lumora eröffnet Fotoschule in Oslo mit Arctic Optics',
        lead: 'Die Kurse beginnen im Herbst.',
        partners: ['Lumora', 'Arctic Optics'],
        language: 'de',
      },
    ],
  ])('%s', (_name, other) => {
    expect(
      stories([
        { ...lens, language: 'en' },
        { language: 'en', ...other },
      ]),
    ).toBe(2);
  });
});
