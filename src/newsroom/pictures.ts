import type { Newsroom } from '../command.ts';
import type { Attachment } from '../message.ts';
import { pictureWords } from '../pictureWords.ts';

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
