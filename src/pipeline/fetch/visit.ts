import type { Validators } from '../../model.ts';
import { type Agents, type Asked, ask } from './ask.ts';
import { failure } from './failure.ts';
import type { Fetched } from './fetched.ts';
import type { Hosts } from './hosts.ts';
import { outcome, pauseReason, tooLarge } from './outcome.ts';
import { type Redirect, redirect } from './redirect.ts';
import { requestHeaders } from './requestHeaders.ts';

export interface VisitOptions {
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly hosts: Hosts;
  readonly now: () => number;
}

interface Place {
  readonly url: URL;
  readonly agents: Agents;
  readonly sent: Validators;
  /** What remains of the feed's time. */
  readonly leftMs: number;
  /** Whether permanent redirects alone led here. */
  readonly moved: boolean;
}

export type Visited = Fetched | (Redirect & { readonly leftMs: number });

/** Asks one URL when it is its turn at the host, and hears what the reply means. */
export async function visit(place: Place, options: VisitOptions): Promise<Visited> {
  const { url, leftMs } = place;
  const { now, timeoutMs, maxBytes, hosts } = options;
  return hosts.run(url.host, async (): Promise<Visited> => {
    // Looked up here, not before: the pause may have been asked for while this feed waited.
    const until = hosts.pausedUntil(url.host, now());
    if (until !== undefined)
      return { is: 'throttled', retryAt: until, host: url.host, reason: pauseReason(url.hostname, until) };
    const started = performance.now();
    const asked = await persistently(place, options);
    if (asked.is === 'error') return failure(asked.error, url.hostname, timeoutMs);
    if (asked.is === 'too-large') return tooLarge(url.hostname, maxBytes);
    const next = redirect(asked, url);
    if (next?.is === 'redirect')
      return { ...next, leftMs: Math.max(1, leftMs - (performance.now() - started)) };
    const result = next ?? outcome(asked, { ...place, maxBytes, now: now() });
    if (result.is === 'throttled') hosts.pause(result.host, result.retryAt);
    return result;
  });
}

// A kept connection may be closed by the server at the very moment we use it.
async function persistently(place: Place, { userAgent, maxBytes }: VisitOptions): Promise<Asked> {
  const { url, agents, sent, leftMs } = place;
  const question = { agents, url, headers: requestHeaders(userAgent, url, sent), maxBytes };
  const started = performance.now();
  const asked = await ask({ ...question, timeoutMs: leftMs });
  const remainingMs = leftMs - (performance.now() - started);
  const again = asked.is === 'error' && asked.stale && remainingMs > 0;
  return again ? ask({ ...question, timeoutMs: remainingMs }) : asked;
}
