import { listed } from '../src/answers/lists.ts';
import { undoButton } from '../src/answers/undo.ts';
import type { Command, Context } from '../src/command.ts';
import { type Message, sentence, span, type Spans } from '../src/message.ts';
import type { Story, StoryId } from '../src/model.ts';
import type { Verdict } from '../src/vote.ts';

/** What the buttons below a post do: everybody has a vote, and an administrator's hides the post. */
export const feedback: Command = {
  name: 'feedback',
  description: 'Say what is wrong with a post',
  options: [],
  access: 'everyone',
  audience: 'caller',
  hidden: true,
  async run(context): Promise<Message> {
    const { call, newsroom, words } = context;
    const id = String(call.options['story']) as StoryId;
    const story = newsroom.stories.get(id);
    if (!call.pressed || !story) return aside(words.spans('feedback.gone'));
    const verdict = String(call.options['verdict']) as Verdict;
    const value = call.options['value']?.toString().trim().slice(0, 300);
    if (verdict === 'same_story') return sameStory({ ...story, id }, value, context);
    if (verdict === 'wrong_companies') return wrongCompanies(story, value, context);
    const voter = await voted(story, verdict, undefined, context);
    if (!voter.moderator) return aside(words.say('feedback.thanks'));
    return hidden(story, 'feedback.hidden', story, voter.name, false, context);
  },
};

const aside = (text: string | Spans): Message => ({ ...sentence(text), shown: 'aside' });

function asked(story: Story, verdict: Verdict, label: string, now: string, { press }: Context): Message {
  const ask = { option: 'value', label, value: now };
  return {
    ...sentence(story.headline),
    ask: { label, press: press('feedback', { story: story.id, verdict }, { ask }) },
    shown: 'aside',
  };
}

async function voted(story: Story, verdict: Verdict, value: string | undefined, { call, newsroom }: Context) {
  const moderator = await call.isAdmin();
  const name = `${call.from.platform}/${call.person}/${verdict}`;
  await newsroom.vote(
    { story: story.id, verdict, moderator, at: 0, ...(value === undefined ? {} : { value }) },
    name,
  );
  return { moderator, name };
}

async function wrongCompanies(story: Story, value: string | undefined, context: Context): Promise<Message> {
  const { words } = context;
  if (!value)
    return asked(
      story,
      'wrong_companies',
      words.say('feedback.whichCompanies'),
      story.partners.join(', '),
      context,
    );
  await voted(story, 'wrong_companies', listed(value).join(', '), context);
  return aside(words.say('feedback.thanks'));
}

/** By a link it is clear which story is meant; words may mean several, and one is to be chosen. */
async function sameStory(story: Story, value: string | undefined, context: Context): Promise<Message> {
  const { call, newsroom, words, press } = context;
  const chosen = call.options['other'];
  if (!value && chosen === undefined)
    return asked(story, 'same_story', words.say('feedback.whichStory'), '', context);
  const { exact, stories } = newsroom.storiesNamed(value ?? '');
  const others = stories.filter(({ id }) => id !== newsroom.stories.get(story.id)?.id);
  const other =
    chosen === undefined ? (exact ? others[0] : undefined) : newsroom.stories.get(String(chosen) as StoryId);
  if (!other && others.length === 0) return aside(words.say('feedback.noStory'));
  if (!other) {
    const label = words.say('feedback.whichOfThese');
    const choices = others.slice(0, 5).map(({ id, headline }) => ({
      label: headline,
      press: press('feedback', { story: story.id, verdict: 'same_story', other: id }),
    }));
    return { ...sentence(label), actions: [[{ is: 'menu', label, choices }]], shown: 'aside' };
  }
  const voter = await voted(story, 'same_story', other.id, context);
  if (!voter.moderator) return aside(words.say('feedback.thanks'));
  // What is one story is so for every chat; a stranger who is alone with the bot decides for nobody else.
  if (!newsroom.curates(call)) return hidden(story, 'feedback.hidden', story, voter.name, false, context);
  if (!(await newsroom.mergeStories(story, other))) return aside(words.say('feedback.unlike'));
  return hidden(story, 'feedback.merged', other, voter.name, true, context);
}

async function hidden(
  story: Story,
  key: 'feedback.hidden' | 'feedback.merged',
  named: Story,
  voter: string,
  merged: boolean,
  context: Context,
): Promise<Message> {
  const { call, newsroom, words } = context;
  const said = words.say(key, { headline: named.headline });
  // The answer to a form or to a question of ours stands elsewhere than the post.
  const isElsewhere = call.options['value'] !== undefined || call.options['other'] !== undefined;
  await newsroom.hidePost(story.id, call.from, isElsewhere ? said : undefined);
  return {
    blocks: [{ is: 'note', spans: [span(said)] }],
    actions: [[undoButton(context, { post: { story: story.id, at: call.from, voter, merged } })]],
    shown: isElsewhere ? 'aside' : 'instead',
  };
}
