import { Telegram, TelegramError } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import type { Sentence } from '../../words/sentence.ts';
import type { Connection } from '../platform.ts';

/** Why a call brought nothing, in words that are safe to log: the token is in no part of it. */
export type Failure =
  | {
      readonly is: 'refusal';
      readonly code: number;
      readonly description: string;
      readonly retryAfterMs?: number;
      readonly movedTo?: string;
    }
  /** No answer, or none that can be read; if it may have `reached` Telegram, whether it had an effect is unknown. */
  | { readonly is: 'silence'; readonly reason: Sentence; readonly reached: boolean };

export type Reply<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly failure: Failure };

export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** The Bot API, with answers and failures as values. */
export interface Api {
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    limits: CallLimits,
  ): Promise<Reply<ReturnType<Methods[M]>>>;
  /** The bytes of a file by the path that getFile told; throws, without the token, when there are none. */
  download(path: string, limits: CallLimits): Promise<Uint8Array>;
}

/** The Bot API through telegraf's client, which is given a time-out of ours because its own is 500 s. */
export function api({ token, apiUrl = 'https://api.telegram.org' }: Omit<Connection, 'log'>): Api {
  const client = new Telegram(token, { apiRoot: `${apiUrl}/` });
  return {
    async download(path, { timeoutMs }) {
      const response = await fetch(`${apiUrl}/file/bot${token}/${path}`, {
        signal: AbortSignal.timeout(timeoutMs),
      }).catch(() => undefined);
      if (!response?.ok)
        throw new Error(`Telegram did not hand out the file (HTTP ${response?.status ?? 'none'})`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async call(method, payload, { timeoutMs, signal }) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([timeout, signal]) : timeout;
      try {
        // telegraf's types ask for the abort-controller package's signal; its HTTP client takes the platform's.
        const options = { signal: either } as unknown as Parameters<typeof client.callApi>[2];
        return { ok: true, result: await client.callApi(method, payload, options) };
      } catch (error) {
        return { ok: false, failure: failure(error, token, timeout.aborted ? timeoutMs : undefined) };
      }
    },
  };
}

/**
 * Messages of node-fetch hold the address and the address holds the token (telegraf hides it only in some of them),
 * so nothing but error codes is taken over from them.
 */
function failure(error: unknown, token: string, timeoutMs: number | undefined): Failure {
  if (error instanceof TelegramError) {
    const { retry_after: retryAfter, migrate_to_chat_id: movedTo } = error.parameters ?? {};
    return {
      is: 'refusal',
      code: error.code,
      description: error.description.replaceAll(token, '****'),
      ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter * 1000 }),
      ...(movedTo === undefined ? {} : { movedTo: String(movedTo) }),
    };
  }
  if (timeoutMs !== undefined) {
    const reason: Sentence = { say: 'telegram.noAnswer', seconds: timeoutMs / 1000 };
    return { is: 'silence', reason, reached: true };
  }
  const code = errorWord(error);
  return { is: 'silence', reason: { say: 'telegram.unreachable', code }, reached: !unreached.has(code) };
}

/** Where no connection came about, nothing was received either. */
const unreached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

function errorWord(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { code, type } = error as { code?: unknown; type?: unknown };
  if (typeof code === 'string') return code;
  return typeof type === 'string' ? type : error.name;
}
