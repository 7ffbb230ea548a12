import type { Language, Story } from '../../model.ts';
import { escaped } from '../../stories/pictures/markup.ts';
import { primaryFirst } from '../../stories/primarySource.ts';
import { storyWords } from '../../storyWords.ts';
import { webLink } from '../webLink.ts';
import { storyUrn } from './storyUrn.ts';

/** A story as a feed tells it, whatever the format. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Its primary source; absent when no source has a link. */
  readonly url?: string;
  readonly text: string;
  /** The text, who, what, and all sources, as HTML. */
  readonly html: string;
  readonly published: Date;
  /** Later than `published` when more outlets told it, or told it anew. */
  readonly updated: Date;
  readonly tags: readonly string[];
  readonly language?: Language;
}

export function entry(story: Story): Entry {
  const { headline, summary, partners, kind, stage, firstSeenAt, updatedAt = 0, language } = story;
  const sources = primaryFirst(story);
  const url = sources.map((source) => webLink(source.url)).find((link) => link !== undefined);
  const what = `${storyWords.kinds[kind]}, ${storyWords.stages[stage]}`;
  const facts = partners.length === 0 ? what : `${partners.join(' × ')} · ${what}`;
  const links = sources.map((source) => {
    const link = webLink(source.url);
    const name = escaped(source.outlet);
    return link === undefined ? `<li>${name}</li>` : `<li><a href="${escaped(link)}">${name}</a></li>`;
  });
  return {
    id: storyUrn(story.id),
    title: printable(headline),
    ...(url === undefined ? {} : { url }),
    text: printable(summary === '' ? facts : summary),
    html: `<p><strong>${escaped(facts)}</strong></p>${summary === '' ? '' : `<p>${escaped(summary)}</p>`}<ul>${links.join('')}</ul>`,
    published: new Date(firstSeenAt),
    updated: new Date(Math.max(firstSeenAt, updatedAt, ...sources.map(({ publishedAt }) => publishedAt))),
    tags: [storyWords.kinds[kind], ...partners.map(printable)],
    ...(language === undefined ? {} : { language }),
  };
}

/** Without the control characters that XML 1.0 forbids. */
const printable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
