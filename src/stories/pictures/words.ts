import type { Kind } from '../../model.ts';
import { storyWords } from '../../storyWords.ts';
import type { Period } from '../queries.ts';

/** The words that stand in pictures, in the reader's language. */
export interface PictureWords {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly ended: string;
  readonly more: (count: number) => string;
  readonly trending: string;
  readonly period: (period: Period) => string;
  readonly stories: (count: number) => string;
  readonly before: (count: number) => string;
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const englishWords: PictureWords = {
  kinds: storyWords.kinds,
  ended: storyWords.stages.ended,
  more: (count) => `and ${count} more`,
  trending: 'Most partnerships',
  // The end itself is outside: midnight after the 8th still says "8 Mar".
  period: ({ since, until }) => days.formatRange(since, until - 1),
  stories: (count) => `${count} ${count === 1 ? 'story' : 'stories'}`,
  before: (count) => `${count} in the period before`,
};
