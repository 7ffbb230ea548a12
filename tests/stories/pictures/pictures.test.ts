import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Kind, Stage, Story, StoryId } from '../../../src/model.ts';
import { networkPicture } from '../../../src/stories/pictures/networkPicture.ts';
import { trendsPicture } from '../../../src/stories/pictures/trendsPicture.ts';
import type { Trends } from '../../../src/stories/queries.ts';
import { aStory } from '../../story.ts';
import { differenceFromApproved, mayDiffer } from './approved.ts';

const day = 86_400_000;
const told = (...all: readonly [partners: string, kind: Kind, stage?: Stage][]): readonly Story[] =>
  all.map(([partners, kind, stage = 'announced'], at) =>
    aStory({ id: `s${at}` as StoryId, partners: partners.split(' + '), kind, stage, firstSeenAt: at * day }),
  );

const lumora = told(
  ['Lumora + Arctic Optics', 'product'],
  ['Lumora + Arctic Optics', 'product'],
  ['Lumora + Arctic Optics', 'product'],
  ['Lumora + 明月半导体', 'supply'],
  ['Lumora + 明月半导体', 'supply'],
  ['Lumora + さくら電子', 'integration'],
  ['Lumora + 한빛전자', 'supply'],
  ['Lumora + Škála Łódź', 'joint_venture'],
  ['Lumora + Северный Ветер', 'distribution', 'ended'],
  ['Lumora + Fjord Telecom + Arctic Optics', 'alliance'],
  ['Lumora + Institute for Applied Photonics and Light', 'research'],
  ['Lumora + <Tag> & "Sons"', 'licensing'],
);

const trends: Trends = {
  period: { since: Date.parse('2026-02-23T00:00:00Z'), until: Date.parse('2026-03-02T00:00:00Z') },
  stories: { now: 42, before: 30 },
  companies: [
    { name: 'Lumora', now: 12, before: 7 },
    { name: 'Arctic Optics', now: 11, before: 14 },
    { name: '明月半导体', now: 8, before: 8 },
    { name: 'Institute for Applied Photonics', now: 6, before: 0 },
    { name: '한빛전자', now: 1, before: 2 },
  ],
  pairs: [],
  kinds: [],
};

const cases: readonly [string, () => Promise<{ readonly png: Buffer }>][] = [
  ['network', () => networkPicture(lumora, ['Lumora'])],
  ['between', () => networkPicture(lumora.slice(0, 10), ['Lumora', 'Arctic Optics'])],
  ['two', () => networkPicture(lumora.slice(3, 4), ['Lumora'])],
  ['trends', () => trendsPicture(trends)],
];

describe('pictures', () => {
  it.each(cases)('%s looks as approved', async (name, draw) => {
    expect(differenceFromApproved(name, (await draw()).png)).toBeLessThanOrEqual(mayDiffer);
  });

  it('are small enough to send and wide enough to read on a phone', async () => {
    const { png } = await networkPicture(lumora, ['Lumora']);
    expect(png.length).toBeLessThan(300_000);
    expect(PNG.sync.read(png).width).toBe(1_080);
  });

  it('draw what a hostile headline calls a company as text, and nothing else of it', async () => {
    const hostile = '</text><image href="https://evil.example/x.png"/>\u0000';
    const { svg } = await networkPicture(told([`A + ${hostile}`, 'other']), ['A']);
    expect(svg).not.toContain('<image');
    expect(svg).not.toContain('\u0000');
  });

  it('survive a chat that asks for a company nobody told of', async () => {
    const { png } = await networkPicture([], ['Nobody']);
    expect(PNG.sync.read(png).width).toBe(1_080);
  });
});
