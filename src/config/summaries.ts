import { z } from 'zod';
import { baseUrl, count, token } from './schemas.ts';

/** Where summaries come from, and what they may cost. */
export const summarySettings = {
  readArticles: {
    name: 'READ_ARTICLES',
    schema: z.enum(['on', 'off'], 'must be on or off'),
    fallback: 'on',
    example: 'off',
    sentence: 'Whether the page behind a story is read for its summary, once per story that is posted.',
  },
  llmUrl: {
    name: 'LLM_URL',
    schema: baseUrl,
    example: 'http://ollama:11434/v1',
    sentence:
      'Base of an OpenAI-compatible endpoint; turns summaries by a language model on, with `LLM_MODEL`.',
  },
  llmModel: {
    name: 'LLM_MODEL',
    schema: z.string().max(200, 'must be the name of a model'),
    example: 'llama3.2',
    sentence: 'The model to ask there.',
  },
  llmKey: {
    name: 'LLM_KEY',
    schema: token(/^\S{1,500}$/u, 'no spaces'),
    example: 'sk-…',
    secret: true,
    sentence: 'The key that the endpoint asks for, if it does.',
  },
  llmMonthlyTokens: {
    name: 'LLM_MONTHLY_TOKENS',
    schema: count(1_000_000_000),
    fallback: '1000000',
    example: '250000',
    sentence:
      "Tokens that summaries may cost in a calendar month; after that articles' own sentences are used.",
  },
} as const;
