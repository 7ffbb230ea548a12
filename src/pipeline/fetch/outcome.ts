import type { Validators } from '../../model.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Key } from '../../words/words.ts';
import type { Reply } from './ask.ts';
import { decoded } from './decoded.ts';
import { type Fetched, failed } from './fetched.ts';
import { freshForMs, header, retryAfter, validators } from './headers.ts';

interface Context {
  readonly url: URL;
  /** Whether permanent redirects alone led here. */
  readonly moved: boolean;
  /** What the request was conditional on. */
  readonly sent: Validators;
  readonly maxBytes: number;
  readonly now: number;
}

/** What the last reply of a chain means. */
export function outcome(reply: Reply, context: Context): Fetched {
  const { status, headers } = reply;
  const { hostname: host } = context.url;
  if (status === 304 && (context.sent.etag ?? context.sent.lastModified) !== undefined)
    return { is: 'unchanged', ...answered(reply, context, context.sent) };
  if (status >= 200 && status < 300) return changed(reply, context);
  if (status === 410) return { is: 'retired', reason: { say: 'feed.retired', host } };
  const retryAt = status === 429 || status === 503 ? retryAfter(headers, context.now) : undefined;
  return retryAt === undefined
    ? failed('status', { say: advice(status), host, status })
    : { is: 'throttled', retryAt, host: context.url.host, reason: pauseReason(host, retryAt) };
}

/** Why a host is left alone for now. */
export const pauseReason = (host: string, until: number): Sentence => ({
  say: 'feed.pause',
  host,
  until: { moment: until },
});

export const tooLarge = (host: string, maxBytes: number) =>
  failed('too-large', { say: 'feed.tooLarge', host, kib: Math.round(maxBytes / 1_024) });

function changed(reply: Reply, context: Context): Fetched {
  const { hostname: host } = context.url;
  const encoding = [reply.headers['content-encoding'] ?? []].flat().join(',');
  const plain = decoded(reply.body, encoding, context.maxBytes);
  if (plain.is === 'too-large') return tooLarge(host, context.maxBytes);
  if (plain.is === 'garbled') return failed('encoding', { say: 'feed.garbled', host, coding: plain.coding });
  const contentType = header(reply.headers, 'content-type');
  return {
    is: 'changed',
    body: plain.body,
    ...(contentType === undefined ? {} : { contentType }),
    ...answered(reply, context, {}),
  };
}

function answered({ headers }: Reply, { url, moved, now }: Context, sent: Validators) {
  const fresh = freshForMs(headers, now);
  return {
    url: withoutPassword(url),
    ...(moved ? { movedTo: url.href } : {}),
    validators: validators(headers, sent),
    ...(fresh === undefined ? {} : { freshForMs: fresh }),
  };
}

// Relative links are resolved against this address, and links are posted.
function withoutPassword(url: URL): string {
  if (url.username === '' && url.password === '') return url.href;
  return Object.assign(new URL(url), { username: '', password: '' }).href;
}

function advice(status: number): Key {
  if (status === 401 || status === 403) return 'feed.forbidden';
  if (status === 404) return 'feed.missing';
  if (status === 429) return 'feed.tooOften';
  return status >= 500 ? 'feed.serverTrouble' : 'feed.unexpected';
}
