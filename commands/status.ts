import { gist, subscriptionsFor } from '../src/answers/subscriptions.ts';
import type { Command } from '../src/command.ts';
import { span, type Spans } from '../src/message.ts';
import type { Subscription } from '../src/model.ts';
import { inWords } from '../src/words/sentence.ts';
import type { Words } from '../src/words/words.ts';

export const status: Command = {
  name: 'status',
  description: 'Show at a glance whether news reaches this chat, and why not',
  options: [],
  access: 'admins',
  audience: 'caller',
  async run({ call, newsroom, words, now, press }) {
    const feeds = await newsroom.feeds();
    const here = (await subscriptionsFor(call, newsroom)).filter(({ to }) =>
      newsroom.isSamePlace(to, call.from),
    );
    const posts = await newsroom.outbox(call.from);
    const failed = posts.filter(({ state }) => state.is === 'failed').length;
    const waiting = posts.filter(({ state }) => state.is === 'waiting' || state.is === 'held').length;
    const lastRead = Math.max(0, ...feeds.map(({ lastOkAt = 0 }) => lastOkAt));
    const [latest] = newsroom.stories.latest({ count: 1 });
    const troubled = feeds.filter(({ failures }) => failures > 0).length;
    return {
      blocks: [
        { is: 'heading', spans: words.spans('status.title') },
        {
          is: 'list',
          items: [
            words.spans('status.feeds', { count: feeds.length, troubled }),
            [
              span(
                lastRead === 0
                  ? words.say('status.neverRead')
                  : words.say('feeds.lastOk', { when: words.relative(lastRead, now) }),
              ),
            ],
            ...(latest
              ? [
                  words.spans('status.latest', {
                    when: words.relative(latest.firstSeenAt, now),
                    headline: latest.headline,
                  }),
                ]
              : []),
            ...(here.length === 0
              ? [words.spans('subscriptions.none')]
              : here.map((one) => line(one, words))),
            words.spans('status.posts', { waiting, failed }),
          ],
        },
      ],
      actions: [
        [
          { is: 'button', label: words.say('status.outbox'), press: press('outbox') },
          { is: 'button', label: words.say('status.health'), press: press('feeds health') },
        ],
      ],
    };
  },
};

/** What a subscription lets pass, and why nothing of it comes. */
function line(subscription: Subscription, words: Words): Spans {
  const { paused, off } = subscription;
  const name = gist(subscription, words);
  if (paused === undefined && !off) return [span(name)];
  return words.spans('list.named', { name, what: inWords(paused ?? { say: 'subscriptions.byHand' }, words) });
}
