import { placeKey } from '../src/answers/feedsOf.ts';
import { mayChange } from '../src/answers/subscriptions.ts';
import type { Undo } from '../src/answers/undo.ts';
import type { Command, Context } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const undo: Command = {
  name: 'undo',
  description: 'Take the last change back',
  options: [],
  access: 'admins',
  audience: 'caller',
  hidden: true,
  async run(context) {
    const { call, newsroom, words } = context;
    // Only a button carries what to undo: it cannot be typed.
    if (!call.pressed || typeof call.options['undo'] !== 'string') return sentence(words.say('undo.nothing'));
    const change = JSON.parse(call.options['undo']) as Undo;
    const { restore = [], remove = [], restoreFeeds = [], removeFeeds = [], settings, post } = change;
    if (!(await mayTakeBack(change, context)))
      return { ...sentence(words.say('subscriptions.notYours')), shown: 'aside' };
    for (const id of remove) await newsroom.unsubscribe(id);
    for (const one of restore) await newsroom.subscribe(one);
    for (const id of removeFeeds) await newsroom.removeFeed(id);
    for (const feed of restoreFeeds) await newsroom.addFeed(feed);
    if (settings) await newsroom.saveSettings(settings.of, settings.were);
    if (post) {
      await newsroom.takeBackVote(post.story, post.voter);
      if (post.merged) await newsroom.partStory(post.story);
      await newsroom.showPost(post.story, post.at);
      // In private, because the post itself is about to stand here again.
      return { ...sentence(words.say('undo.shown')), shown: 'aside' };
    }
    return { ...sentence(words.say('undo.done')), shown: 'instead' };
  },
};

/** Whoever sees a button can have their own program press it elsewhere, such as where they are alone with the bot. */
async function mayTakeBack(change: Undo, { call, newsroom }: Context): Promise<boolean> {
  const { restore = [], remove = [], restoreFeeds = [], removeFeeds = [], settings, post } = change;
  const places = [settings?.of, post?.at].filter((place) => place !== undefined);
  if (!places.every((place) => newsroom.isSamePlace(place, call.from))) return false;
  const feeds = [...restoreFeeds, ...(await newsroom.feeds()).filter(({ id }) => removeFeeds.includes(id))];
  if (!feeds.every(({ addedIn }) => addedIn === placeKey(call))) return false;
  const known = await newsroom.subscriptions();
  for (const one of [...restore, ...known.filter(({ id }) => remove.includes(id))])
    if (!(await mayChange(call, one))) return false;
  return true;
}
