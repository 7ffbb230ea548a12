import type { Context, OptionValues } from '../command.ts';
import { type Action, type Block, type Message, type Spans, span } from '../message.ts';
import type { Story } from '../model.ts';
import { primaryFirst } from '../stories/primarySource.ts';
import type { Words } from '../words/words.ts';

/** One story in a list: the headline, then who, where and when. */
export function storyEntry(story: Story, words: Words, now: number): Spans {
  const [first] = primaryFirst(story);
  const outlet = first?.outlet ?? '';
  const more = story.sources.length - 1;
  const facts = [
    story.partners.join(' × '),
    more > 0 ? words.say('story.andMore', { outlet, more }) : outlet,
    words.relative(story.firstSeenAt, now),
  ];
  return [
    span(story.headline, { bold: true, ...(first?.url ? { href: first.url } : {}) }),
    span(`\n${facts.filter((fact) => fact !== '').join(' · ')}`),
  ];
}

export interface StoryPages {
  readonly title: string;
  /** Said when there are none at all. */
  readonly none: Spans;
  readonly command: string;
  /** What the buttons repeat. */
  readonly options: OptionValues;
  readonly count: number;
  /** Above the first page's list. */
  readonly before?: readonly Block[];
  stories(page: { readonly count: number; readonly skip: number }): readonly Story[];
}

/** A page of stories, with buttons to the pages before and after it. */
export function storyPages(context: Context, pages: StoryPages): Message {
  const { call, words, now, press } = context;
  const page = Math.max(0, Number(call.options['page'] ?? 0));
  const { count, command, options } = pages;
  const found = pages.stories({ count: count + 1, skip: page * count });
  const shown = call.pressed ? ({ shown: 'instead' } as const) : {};
  if (found.length === 0 && page === 0 && !pages.before)
    return { blocks: [{ is: 'text', spans: pages.none }], ...shown };
  const turn = (label: string, to: number): Action => ({
    is: 'button',
    label,
    press: press(command, { ...options, page: to }),
  });
  const turns = [
    ...(page > 0 ? [turn(`◀ ${words.say('pages.newer')}`, page - 1)] : []),
    ...(found.length > count ? [turn(`${words.say('pages.older')} ▶`, page + 1)] : []),
  ];
  const items = found.slice(0, count).map((story) => storyEntry(story, words, now));
  return {
    blocks: [
      { is: 'heading', spans: [span(pages.title)] },
      ...(page === 0 ? (pages.before ?? []) : []),
      ...(items.length > 0 ? [{ is: 'list', items } as const] : []),
    ],
    ...(turns.length > 0 ? { actions: [turns] } : {}),
    ...shown,
  };
}
