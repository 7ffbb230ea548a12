import type { Pace } from '../../pace.ts';

const usual = 30;
/** Longer than an answer usually takes: on a slower line posting is slower, instead of more posts being doubtful at once. */
const answersInMs = 250;
const aSecond = { most: 1, inMs: 1_000 };
const aMinuteInGroups = { most: 20, inMs: 60_000 };

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; topics share their group's limits. */
export const pace = (perSecond = usual): Pace => ({
  burst: 10,
  overall: { most: perSecond, inMs: 1_000 },
  atOnce: Math.ceil((perSecond * answersInMs) / 1_000),
  chatOf: ({ chat }) => chat,
  // Groups and channels have negative ids, public ones can be named; people have positive ids.
  limitsOf: (chat) => (/^[-@]/u.test(chat) ? [aSecond, aMinuteInGroups] : [aSecond]),
});
