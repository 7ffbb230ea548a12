import { feedOption, feedsNamed, ownFeeds } from '../../src/answers/feedsOf.ts';
import { undoButton } from '../../src/answers/undo.ts';
import type { Command, Context, FeedHealth } from '../../src/command.ts';
import { type Message, sentence } from '../../src/message.ts';

type Work = (feed: FeedHealth, context: Context) => Promise<Message>;

/** A command about one feed that was added here: named outright, or chosen among those that fit. */
const aboutOne = (name: string, description: string, work: Work): Command => ({
  name,
  description,
  options: [feedOption],
  access: 'admins',
  audience: 'chat',
  async run(context): Promise<Message> {
    const { call, newsroom, words, press } = context;
    const own = await ownFeeds(call, newsroom);
    const named = call.options['feed']?.toString();
    const fitting = named === undefined ? own : feedsNamed(own, named);
    const [first] = fitting;
    if (!first)
      return sentence(
        own.length === 0 ? words.spans('feeds.noneOwn') : words.spans('feeds.notOwn', { name: named ?? '' }),
      );
    if (named !== undefined && fitting.length === 1) return work(first, context);
    const choices = fitting
      .slice(0, 25)
      .map(({ id, title }) => ({ label: title, press: press(`feeds ${name}`, { feed: id }) }));
    const label = words.say('feeds.which');
    return { ...sentence(label), actions: [[{ is: 'menu', label, choices }]] };
  },
});

export const remove = aboutOne('remove', 'Stop reading a feed that was added here', async (feed, context) => {
  const { newsroom, words } = context;
  const removed = await newsroom.removeFeed(feed.id);
  return {
    ...sentence(words.say('feeds.removed', { title: feed.title })),
    actions: removed ? [[undoButton(context, { restoreFeeds: [removed] })]] : [],
  };
});

export const pause = aboutOne(
  'pause',
  'Leave a feed alone until you resume it',
  async (feed, { newsroom, words, press }) => {
    await newsroom.pauseFeed(feed.id, true);
    return {
      ...sentence(words.say('feeds.paused', { title: feed.title })),
      actions: [
        [
          {
            is: 'button',
            label: words.say('subscriptions.resume'),
            press: press('feeds resume', { feed: feed.id }),
          },
        ],
      ],
    };
  },
);

export const resume = aboutOne('resume', 'Read a paused feed again', async (feed, { newsroom, words }) => {
  await newsroom.pauseFeed(feed.id, false);
  return sentence(words.say('feeds.resumed', { title: feed.title }));
});
