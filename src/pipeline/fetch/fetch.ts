import { Agent } from 'undici';
import type { Validators } from '../../model.ts';
import { type AddressRule, addressRule } from './addresses.ts';
import { connector, type Lookup } from './connector.ts';
import { type Fetched, failed } from './fetched.ts';
import { hosts } from './hosts.ts';
import { webUrl } from './redirect.ts';
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
  /** The least time between two requests to one host; 0 unless told. */
  readonly hostGapMs?: number;
  readonly now?: () => number;
  readonly lookup?: Lookup;
}

export interface Fetcher {
  /** Asks for a feed, conditionally when validators are known. Whatever a server does is an outcome. */
  fetch(url: string, validators: Validators): Promise<Fetched>;
  /** Cuts what is under way. */
  close(): Promise<void>;
}

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
    now = Date.now,
    lookup,
  } = options;
  const trusted = new Set((options.trusted ?? []).map((url) => webUrl(url)?.origin));
  const agent = (rule: AddressRule) =>
    new Agent({
      connect: connector({ rule, timeoutMs, lookup }),
      connections: perHost,
      // One deadline covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveMaxTimeout: 30_000,
    });
  const guarded = agent(addressRule(options.allowPrivate));
  const open = agent(() => true);
  const polite = hosts({ atOnce: perHost, gapMs: options.hostGapMs ?? 0 });
  const visiting = { userAgent, timeoutMs, maxBytes, hosts: polite, now };

  async function follow(start: URL, sent: Validators): Promise<Fetched> {
    let url = start;
    let isTrusted = trusted.has(start.origin);
    let permanent = true;
    let leftMs = timeoutMs;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      // Trust ends where the first redirect leaves the origin: nobody else's redirect may borrow it.
      isTrusted &&= url.origin === start.origin;
      const place = { url, dispatcher: isTrusted ? open : guarded, sent, leftMs };
      const visited = await visit({ ...place, moved: permanent && redirects > 0 }, visiting);
      if (visited.is !== 'redirect') return visited;
      permanent &&= visited.permanent;
      ({ url, leftMs } = visited);
    }
    return failed(
      'redirects',
      `${start.host} redirects more than ${maxRedirects} times: check the feed's address.`,
    );
  }

  return {
    fetch: async (address, validators) => {
      const url = webUrl(address);
      return url
        ? follow(url, validators)
        : failed('bad-url', 'Only http and https feeds can be read: check the address.');
    },
    async close() {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}
