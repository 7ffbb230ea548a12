import type { Newsroom } from '../command.ts';
import type { Attachment } from '../message.ts';
import { kinds } from '../model.ts';
import type { PictureWords } from '../stories/pictures/words.ts';
import type { Words } from '../words/words.ts';

/** Pictures for answers, in the words of the chat; what draws them is large and loaded when the first is wanted. */
export const pictures: Newsroom['pictures'] = {
  async network(stories, focus, words) {
    if (stories.every(({ partners }) => partners.length < 2)) return undefined;
    const { networkPicture } = await import('../stories/pictures/networkPicture.ts');
    return attachment('network.png', await networkPicture(stories, focus, pictureWords(words)));
  },
  async trends(trends, words) {
    if (trends.companies.length === 0) return undefined;
    const { trendsPicture } = await import('../stories/pictures/trendsPicture.ts');
    return attachment('trends.png', await trendsPicture(trends, pictureWords(words)));
  },
};

const attachment = (name: string, { png }: { readonly png: Buffer }): Attachment => ({
  name,
  type: 'image/png',
  bytes: png,
});

const pictureWords = (words: Words): PictureWords => ({
  kinds: Object.fromEntries(kinds.map((kind) => [kind, words.say(`kind.${kind}`)])) as PictureWords['kinds'],
  ended: words.say('stage.ended'),
  more: (more) => words.say('company.more', { more }),
  trending: words.say('trending.companies'),
  period: ({ since, until }) => `${words.date(since)} – ${words.date(until - 1)}`,
  stories: (count) => words.say('trending.stories', { count }),
  before: (count) => words.say('trending.before', { count }),
});
