import { listed } from '../src/answers/lists.ts';
import type { Command } from '../src/command.ts';
import { type Message, sentence, span } from '../src/message.ts';
import type { StoryId } from '../src/model.ts';
import type { Verdict } from '../src/vote.ts';

/** What the buttons below a post do: everybody has a vote, and an administrator's hides the post. */
export const feedback: Command = {
  name: 'feedback',
  description: 'Say what is wrong with a post',
  options: [],
  access: 'everyone',
  audience: 'caller',
  hidden: true,
  async run({ call, newsroom, words, press }): Promise<Message> {
    const aside = (text: string): Message => ({ ...sentence(text), shown: 'aside' });
    const story = newsroom.stories.get(String(call.options['story']) as StoryId);
    if (!call.pressed || !story) return aside(words.say('feedback.gone'));
    const verdict = String(call.options['verdict']) as Verdict;
    const value = call.options['value']?.toString().trim().slice(0, 300);
    if (verdict !== 'not_partnership' && !value) {
      const label = words.say(
        verdict === 'wrong_companies' ? 'feedback.whichCompanies' : 'feedback.whichStory',
      );
      const now = verdict === 'wrong_companies' ? story.partners.join(', ') : '';
      const ask = { option: 'value', label, value: now };
      return {
        ...sentence(story.headline),
        ask: { label, press: press('feedback', { story: story.id, verdict }, { ask }) },
        shown: 'aside',
      };
    }
    const moderator = await call.isAdmin();
    await newsroom.vote(
      {
        story: story.id,
        verdict,
        moderator,
        at: 0,
        ...(value === undefined
          ? {}
          : { value: verdict === 'wrong_companies' ? listed(value).join(', ') : value }),
      },
      `${call.from.platform}/${call.person}/${verdict}`,
    );
    if (!moderator || verdict === 'wrong_companies') return aside(words.say('feedback.thanks'));
    await newsroom.hidePost(story.id, call.from);
    return {
      blocks: [{ is: 'note', spans: [span(words.say('feedback.hidden', { headline: story.headline }))] }],
      shown: call.options['value'] === undefined ? 'instead' : 'aside',
    };
  },
};
