import { type ArticleId, kinds, type Stage, type Story, type StoryId } from '../../src/model.ts';
import { aSource, aStory } from '../story.ts';

const hour = 3_600_000;
const stages: readonly Stage[] = ['announced', 'announced', 'extended', 'ongoing', 'rumoured', 'ended'];
const partners = [
  'Arctic Optics',
  'Fjord Telecom',
  '明月半导体',
  'さくら電子',
  '한빛전자',
  'Škála Łódź',
  'Северный Ветер',
  'Institute for Applied Photonics and Light',
  'Quartz Cloud',
  'Harbour Freight Lines',
];

/** As many stories as asked for, three hours apart up to `until`, of Lumora and others, in all kinds and stages. */
export const manyStories = (count: number, until: number): readonly Story[] =>
  Array.from({ length: count }, (_, at): Story => {
    const other = partners[(at * at) % partners.length] ?? '';
    const third = partners[(at + 3) % partners.length] ?? '';
    const firstSeenAt = until - (count - at) * 3 * hour;
    const source = aSource({ publishedAt: firstSeenAt, article: `a${at}` as ArticleId });
    return aStory({
      id: `s${at}` as StoryId,
      headline: `Lumora and ${other} agree on plan number ${at} for cameras, networks and chips`,
      summary: `Lumora and ${other} will work together on plan number ${at}. First products are due within a year, both companies said, and a third of the cost is shared.`,
      partners: at % 7 === 0 && third !== other ? ['Lumora', other, third] : ['Lumora', other],
      kind: kinds[(at * 3) % kinds.length] ?? 'other',
      stage: stages[at % stages.length] ?? 'announced',
      language: at % 5 === 0 ? 'de' : 'en',
      sources: [source, { ...source, outlet: 'The Herald', url: 'https://herald.example/x' }].slice(
        0,
        1 + (at % 2),
      ),
      firstSeenAt,
    });
  });
