import { count, list } from './schemas.ts';

/** Settings that keep one chat or person from taking what belongs to all. */
export const limits = {
  subscriptionsPerChat: {
    name: 'SUBSCRIPTIONS_PER_CHAT',
    schema: count(25),
    fallback: '10',
    example: '25',
    sentence: 'How many subscriptions one channel, topic or chat may have.',
  },
  subscriptionsPerServer: {
    name: 'SUBSCRIPTIONS_PER_SERVER',
    schema: count(10_000),
    fallback: '100',
    example: '500',
    sentence: 'How many subscriptions all channels of one Discord server may have together.',
  },
  feedsPerChat: {
    name: 'FEEDS_PER_CHAT',
    schema: count(10_000),
    fallback: '50',
    example: '200',
    sentence: 'How many feeds the administrators of one server or chat may add.',
  },
  commandsPerMinute: {
    name: 'COMMANDS_PER_MINUTE',
    schema: count(1_000),
    fallback: '20',
    example: '60',
    sentence: 'How many commands and buttons one person may use in a minute.',
  },
  curators: {
    name: 'CURATORS',
    schema: list,
    fallback: 'none',
    example: '81384788765712384,-1001234567890',
    sentence:
      'Ids of the Discord servers and Telegram chats whose administrators make one story of two for every chat, by “Same story as…”; elsewhere that hides the post in their own chat.',
  },
} as const;
