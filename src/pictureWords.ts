import { kinds } from './model.ts';
import type { PictureWords } from './stories/pictures/words.ts';
import type { Words } from './words/words.ts';

/** What stands in pictures, in the words of whoever looks at them. */
export const pictureWords = (words: Words): PictureWords => ({
  kinds: Object.fromEntries(kinds.map((kind) => [kind, words.say(`kind.${kind}`)])) as PictureWords['kinds'],
  ended: words.say('stage.ended'),
  more: (more) => words.say('company.more', { more }),
  trending: words.say('trending.companies'),
  period: ({ since, until }) => `${words.date(since)} – ${words.date(until - 1)}`,
  stories: (count) => words.say('trending.stories', { count }),
  before: (count) =>
    count === 0 ? words.say('trending.noneBefore') : words.say('trending.before', { count }),
});
