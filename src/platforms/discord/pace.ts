import type { Pace } from '../../pace.ts';

/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const usual = 50;
/** For what is asked besides posting: the gateway, commands, rights. */
const spare = 3;

/**
 * 50 requests a second over all. What one channel takes stands in the headers of each answer and nowhere else, so
 * there is no limit to name beforehand: posts go one by one, and each says how long the channel rests.
 */
export const pace = (perSecond = usual): Pace => ({
  burst: 10,
  overall: { most: Math.max(1, perSecond - spare), inMs: 1_000 },
  // A thread is a channel of its own.
  chatOf: ({ chat, topic }) => topic ?? chat,
  limitsOf: () => [],
});

/** "The past few minutes": https://discord.com/developers/docs/resources/message#create-message */
export const remembersKeyMs = 3 * 60_000;
