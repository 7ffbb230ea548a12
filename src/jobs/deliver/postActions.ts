import type { Action } from '../../message.ts';
import type { Story } from '../../model.ts';
import { type Press, pressId } from '../../press.ts';
import type { Verdict } from '../../vote.ts';
import type { Words } from '../../words/words.ts';

const press = (story: Story, verdict: Verdict): Press => ({
  command: 'feedback',
  options: { story: story.id, verdict },
});

/** What the buttons of a post stand for, by their ids: the same for every place that gets the story. */
export const postPresses = (story: Story): readonly (readonly [id: string, press: Press])[] =>
  (['not_partnership', 'wrong_companies', 'same_story'] as const)
    .map((verdict) => press(story, verdict))
    .map((one) => [pressId(one), one] as const);

/** What can be pressed below a post: the source, and what its readers think of it. */
export function postActions(
  story: Story,
  link: string | undefined,
  words: Words,
): readonly (readonly Action[])[] {
  const vote = (label: string, verdict: Verdict): Action => ({
    is: 'button',
    label,
    press: pressId(press(story, verdict)),
  });
  const open: readonly Action[] =
    link === undefined ? [] : [{ is: 'link', label: words.say('post.open'), href: link }];
  return [
    [...open, vote(words.say('post.none'), 'not_partnership')],
    [vote(words.say('post.companies'), 'wrong_companies'), vote(words.say('post.same'), 'same_story')],
  ];
}
