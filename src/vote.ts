import type { StoryId } from './model.ts';

export type Verdict = 'not_partnership' | 'wrong_companies' | 'same_story';

/** What one person thinks of a story; pressing again changes it. */
export interface Vote {
  readonly story: StoryId;
  readonly verdict: Verdict;
  /** The companies it is really about, or the story that is the same. */
  readonly value?: string;
  /** An administrator of the chat said it. */
  readonly moderator: boolean;
  readonly at: number;
}
