import { mayChange } from '../src/answers/subscriptions.ts';
import type { Undo } from '../src/answers/undo.ts';
import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const undo: Command = {
  name: 'undo',
  description: 'Take the last change back',
  options: [],
  access: 'admins',
  audience: 'caller',
  hidden: true,
  async run({ call, newsroom, words }) {
    // Only a button carries what to undo: it cannot be typed.
    if (!call.pressed || typeof call.options['undo'] !== 'string') return sentence(words.say('undo.nothing'));
    const {
      restore = [],
      remove = [],
      restoreFeeds = [],
      removeFeeds = [],
      settings,
      post,
    } = JSON.parse(call.options['undo']) as Undo;
    const known = await newsroom.subscriptions();
    const touched = [...restore, ...known.filter(({ id }) => remove.includes(id))];
    for (const one of touched)
      if (!(await mayChange(call, one)))
        return { ...sentence(words.say('subscriptions.notYours')), shown: 'aside' };
    if (post && !newsroom.isSamePlace(post.at, call.from))
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
