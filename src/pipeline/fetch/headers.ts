import type { Validators } from '../../model.ts';

/** Response headers as Node gives them: lower-case names, values as Latin-1. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const longestPauseMs = 7 * 24 * 3_600_000;
const longestFreshnessMs = 365 * 24 * 3_600_000;

/** The first value of a header; absent and empty are the same. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return (typeof value === 'string' ? value : value?.[0])?.trim() || undefined;
}

/** The validators of an answer; those it does not repeat stay as they were (RFC 9111 §4.3.4). */
export function validators(headers: Headers, sent: Validators = {}): Validators {
  const etag = header(headers, 'etag') ?? sent.etag;
  const lastModified = header(headers, 'last-modified') ?? sent.lastModified;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/**
 * When a host wants to be asked again (RFC 9110 §10.2.3: seconds or a date), in ms since the epoch.
 * At most a week ahead, so that a slip of the server's pen cannot silence a feed for a year.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = header(headers, 'retry-after');
  if (value === undefined) return undefined;
  const at = /^\d+$/u.test(value) ? now + Number(value) * 1_000 : httpDate(value);
  return at === undefined ? undefined : Math.min(Math.max(at, now), now + longestPauseMs);
}

/** For how long an answer is fresh (RFC 9111 §4.2.1), in ms; undefined when the server does not say. */
export function freshForMs(headers: Headers, now: number): number | undefined {
  const maxAge = directive(headers, 'max-age');
  if (maxAge !== undefined) {
    const age = /^\d+$/u.exec(header(headers, 'age') ?? '')?.[0] ?? '0';
    return within(maxAge * 1_000 - Number(age) * 1_000);
  }
  const expires = header(headers, 'expires');
  if (expires === undefined) return undefined;
  const date = httpDate(header(headers, 'date') ?? '') ?? now;
  // An invalid date, "0" above all, means "already stale" (RFC 9111 §5.3).
  return within((httpDate(expires) ?? date) - date);
}

const within = (ms: number): number => Math.min(Math.max(ms, 0), longestFreshnessMs);

function directive(headers: Headers, name: string): number | undefined {
  const all = [headers['cache-control'] ?? []].flat().join(',');
  for (const part of all.split(',')) {
    const [key = '', value = ''] = part.split('=', 2);
    const seconds = /^\s*"?(\d+)"?\s*$/u.exec(value)?.[1];
    if (key.trim().toLowerCase() === name && seconds !== undefined) return Number(seconds);
  }
  return undefined;
}

// Only shapes that begin with a weekday: Date.parse alone would read "-1" and "2" as years.
function httpDate(value: string): number | undefined {
  if (!/^[A-Za-z]{3,9},? /u.test(value)) return undefined;
  const at = Date.parse(/ (GMT|UTC|[+-]\d{4})$/u.test(value) ? value : `${value} GMT`);
  return Number.isNaN(at) ? undefined : at;
}
