import { z } from 'zod';
import { baseUrl, token } from './schemas.ts';
import type { Setting } from './setting.ts';

const port = z.coerce
  .number('must be a port (0 to 65535)')
  .int('must be a port (0 to 65535)')
  .min(0, 'must be a port (0 to 65535)')
  .max(65_535, 'must be a port (0 to 65535)');

/** What concerns the web room and the webhook. */
export const webSettings = {
  httpPort: {
    name: 'HTTP_PORT',
    schema: port,
    example: '8080',
    sentence: 'Opens the web room on this port: health, metrics, the public page and the published feeds.',
  },
  metricsPort: {
    name: 'METRICS_PORT',
    schema: port,
    example: '9464',
    sentence:
      'Opens health and metrics alone on this port, in a process that has no web room: one of many, or a bot without a page.',
  },
  httpHost: {
    name: 'HTTP_HOST',
    schema: z.string(),
    fallback: '127.0.0.1',
    example: '0.0.0.0',
    sentence: 'The address that both listen on; `0.0.0.0` is every network of the machine.',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    schema: baseUrl,
    example: 'https://partnerships.example.org',
    sentence:
      'The address under which people reach the web room, for the links in its feeds, and hubs that push news (WebSub).',
  },
  webhookUrl: {
    name: 'WEBHOOK_URL',
    schema: baseUrl,
    example: 'https://example.org/hooks/pactwire',
    sentence: 'Where every story is sent by HTTP POST, as JSON; needs `WEBHOOK_SECRET`.',
  },
  webhookSecret: {
    name: 'WEBHOOK_SECRET',
    schema: token(/^\S{16,}$/u, 'at least 16 characters without spaces'),
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8',
    secret: true,
    sentence: 'The key that signs what `WEBHOOK_URL` gets, after Standard Webhooks.',
  },
} as const satisfies Record<string, Setting>;
