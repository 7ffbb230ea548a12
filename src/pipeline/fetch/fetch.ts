import type { Agent } from 'node:http';
import type { Validators } from '../../model.ts';
import { addressRule } from './addresses.ts';
import { guardedAgents, type Lookup } from './agents.ts';
import { ask } from './ask.ts';
import { failure } from './failure.ts';
import { type Failed, type Fetched, failed } from './fetched.ts';
import { hosts } from './hosts.ts';
import { ownHosts } from './ownHosts.ts';
import { tooLarge } from './outcome.ts';
import { webUrl } from './redirect.ts';
import { formHeaders } from './requestHeaders.ts';
import { visit } from './visit.ts';

export type { Changed, Fetched } from './fetched.ts';

export interface FetcherOptions {
  /** Names the bot and, at best, a way to reach its operator. */
  readonly userAgent: string;
  /** For one feed from name to last byte, redirects included; waiting for its turn at a host not. */
  readonly timeoutMs: number;
  /** Of a body, compressed or not; 10 MiB unless told. */
  readonly maxBytes?: number;
  /** CIDR ranges, addresses or host names that may be private. */
  readonly allowPrivate: readonly string[];
  /** URLs whose origins the operator typed: feeds there may be private, where they redirect to may not. */
  readonly trusted?: readonly string[];
  /** Requests at once to one host; 2 unless told. */
  readonly perHost?: number;
  /** Requests at once to all hosts; 32 unless told. */
  readonly atOnce?: number;
  /** The least time between two requests to one host, other than the operator's own; 0 unless told. */
  readonly hostGapMs?: number;
  readonly now?: () => number;
  readonly lookup?: Lookup;
}

export interface Fetcher {
  /** Asks for a feed, conditionally when validators are known. Whatever a server does is an outcome. */
  fetch(url: string, validators: Validators): Promise<Fetched>;
  /** Sends a form, with the same care and no redirects. */
  post(url: string, form: string): Promise<Posted>;
  /** Cuts what is under way. */
  close(): Promise<void>;
}

export type Posted = { readonly is: 'answered'; readonly status: number } | Failed;

const maxRedirects = 5;

/**
 * Fetches feeds politely (conditional requests, few connections a host, Retry-After) and safely
 * (public addresses alone, capped bodies, one deadline). Throws when `allowPrivate` is malformed.
 */
export function fetcher(options: FetcherOptions): Fetcher {
  const {
    userAgent,
    timeoutMs,
    maxBytes = 10 * 1_024 * 1_024,
    perHost = 2,
    atOnce = 32,
    hostGapMs = 0,
    now = Date.now,
    lookup,
  } = options;
  const trusted = new Set((options.trusted ?? []).map((url) => webUrl(url)?.origin));
  const guarded = guardedAgents({ rule: addressRule(options.allowPrivate), perHost, lookup });
  const open = guardedAgents({ rule: () => true, perHost, lookup });
  const isOwn = ownHosts(options.allowPrivate, options.trusted ?? []);
  const polite = hosts({ perHost, atOnce, gapMs: (host) => (isOwn(host) ? 0 : hostGapMs) });
  const visiting = { userAgent, timeoutMs, maxBytes, hosts: polite, now };

  async function follow(start: URL, sent: Validators): Promise<Fetched> {
    let url = start;
    let isTrusted = trusted.has(start.origin);
    let permanent = true;
    let leftMs = timeoutMs;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      // Trust ends where the first redirect leaves the origin: nobody else's redirect may borrow it.
      isTrusted &&= url.origin === start.origin;
      const place = { url, agents: isTrusted ? open : guarded, sent, leftMs };
      const visited = await visit({ ...place, moved: permanent && redirects > 0 }, visiting);
      if (visited.is !== 'redirect') return visited;
      permanent &&= visited.permanent;
      ({ url, leftMs } = visited);
    }
    return failed('redirects', { say: 'feed.redirects', host: start.host, most: maxRedirects });
  }

  async function post(url: URL, form: string): Promise<Posted> {
    const agents = trusted.has(url.origin) ? open : guarded;
    const asked = await polite.run(url.host, () =>
      ask({ agents, url, headers: formHeaders(userAgent, form), timeoutMs, maxBytes, form }),
    );
    if (asked.is === 'reply') return { is: 'answered', status: asked.status };
    return asked.is === 'error'
      ? failure(asked.error, url.hostname, timeoutMs)
      : tooLarge(url.hostname, maxBytes);
  }

  return {
    post: async (address, form) => {
      const url = webUrl(address);
      return url ? post(url, form) : failed('bad-url', { say: 'feed.badUrl' });
    },
    fetch: async (address, validators) => {
      const url = webUrl(address);
      return url ? follow(url, validators) : failed('bad-url', { say: 'feed.badUrl' });
    },
    async close() {
      for (const agents of [guarded, open]) Object.values(agents).forEach((agent: Agent) => agent.destroy());
    },
  };
}
