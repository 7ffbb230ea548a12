import { period } from './schemas.ts';

/** How long things are remembered. */
export const keepingSettings = {
  keepStories: {
    name: 'KEEP_STORIES',
    schema: period,
    fallback: '1095d',
    example: '365d',
    sentence: 'How long stories are remembered for search, timelines and trends.',
  },
  keepDeliveries: {
    name: 'KEEP_DELIVERIES',
    schema: period,
    fallback: '180d',
    example: '90d',
    sentence: 'How long the ledger remembers what was posted where, so that it is not posted again.',
  },
  keepFailed: {
    name: 'KEEP_FAILED',
    schema: period,
    fallback: '30d',
    example: '90d',
    sentence: 'How long posts that failed for good stay in the ledger to be sent again.',
  },
  keepSeen: {
    name: 'KEEP_SEEN',
    schema: period,
    fallback: '120d',
    example: '365d',
    sentence: 'How long articles count as seen after their feed last showed them.',
  },
  keepArticles: {
    name: 'KEEP_ARTICLES',
    schema: period,
    fallback: '30d',
    example: '7d',
    sentence: 'How long judged articles are kept to be explained.',
  },
} as const;
