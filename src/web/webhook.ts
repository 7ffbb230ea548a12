import { createHmac } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** What became of one call. */
export type HookOutcome =
  | { readonly is: 'taken' }
  /** Not now: too many calls, an outage, no connection. The same call again is right. */
  | { readonly is: 'wait'; readonly ms?: number; readonly reason: string }
  /** The receiver wants none of it; `reason` names the mend. */
  | { readonly is: 'refused'; readonly reason: string };

/** Tells another program, by HTTP POST, of what happened. */
export interface Webhook {
  /** The same `id` marks a repeat of the same call. */
  call(id: string, type: string, data: unknown): Promise<HookOutcome>;
}

interface WebhookOptions {
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks writes keys, or any text. */
  readonly secret: Secret;
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/** The webhook of the settings, if there is one. */
export const webhookOf = (
  { webhookUrl, webhookSecret }: { readonly webhookUrl?: string; readonly webhookSecret?: Secret },
  now: () => number,
): Webhook | undefined =>
  webhookUrl === undefined || webhookSecret === undefined
    ? undefined
    : webhook({ url: webhookUrl, secret: webhookSecret, now });

/** Statuses of somebody who may take the same call later. */
const passing = new Set([408, 425, 429]);

/** Signed as Standard Webhooks has it, so that its libraries verify our calls: https://www.standardwebhooks.com */
export function webhook({ url, secret, now, timeoutMs = 10_000 }: WebhookOptions): Webhook {
  const key = keyOf(secret.reveal());
  return {
    async call(id, type, data) {
      const seconds = String(Math.floor(now() / 1_000));
      const body = JSON.stringify({ type, timestamp: new Date(now()).toISOString(), data });
      const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
      try {
        const answer = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json',
            'webhook-id': id,
            'webhook-timestamp': seconds,
            'webhook-signature': `v1,${signature}`,
          },
        });
        await answer.body?.cancel();
        return outcome(answer);
      } catch (error) {
        return { is: 'wait', reason: `The webhook cannot be reached: ${causeOf(error)}.` };
      }
    },
  };
}

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);

function outcome({ ok, status, headers }: Response): HookOutcome {
  if (ok) return { is: 'taken' };
  if (status >= 500 || passing.has(status)) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    const reason = `The webhook answered ${status}.`;
    return seconds > 0 ? { is: 'wait', ms: seconds * 1_000, reason } : { is: 'wait', reason };
  }
  return {
    is: 'refused',
    reason:
      status < 400
        ? `The webhook answered ${status}: put the address it redirects to into WEBHOOK_URL.`
        : `The webhook answered ${status}: check WEBHOOK_URL, and that both sides have the same WEBHOOK_SECRET.`,
  };
}

/** The code of what went wrong below `fetch`, which itself only says that it failed. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : error.message;
}
