import type { Story } from '../model.ts';
import { primaryFirst } from './primarySource.ts';

/** A story as programs outside get it: plain JSON, times in ISO 8601. Fields are only ever added. */
export interface StoryRecord {
  readonly id: string;
  readonly headline: string;
  readonly summary: string;
  readonly partners: readonly string[];
  readonly kind: string;
  readonly stage: string;
  readonly confidence: number;
  readonly language: string | null;
  readonly firstSeenAt: string;
  /** Of its primary source. */
  readonly url: string | null;
  /** In the order in which they told it. */
  readonly sources: readonly {
    readonly outlet: string;
    readonly title: string;
    readonly url: string;
    readonly publishedAt: string;
  }[];
}

export const storyRecord = (story: Story): StoryRecord => ({
  id: story.id,
  headline: story.headline,
  summary: story.summary,
  partners: story.partners,
  kind: story.kind,
  stage: story.stage,
  confidence: story.confidence,
  language: story.language ?? null,
  firstSeenAt: new Date(story.firstSeenAt).toISOString(),
  url: primaryFirst(story)[0]?.url || null,
  sources: story.sources.map(({ outlet, title, url, publishedAt }) => ({
    outlet,
    title,
    url,
    publishedAt: new Date(publishedAt).toISOString(),
  })),
});
