import type { Reply } from './ask.ts';
import { type Failed, failed } from './fetched.ts';
import { header } from './headers.ts';

export interface Redirect {
  readonly is: 'redirect';
  readonly url: URL;
  readonly permanent: boolean;
}

const permanentStatuses = [301, 308];
const redirectStatuses = [...permanentStatuses, 302, 303, 307];

/** Where a reply sends us on to; undefined when it is an answer of its own. */
export function redirect({ status, headers }: Reply, from: URL): Redirect | Failed | undefined {
  const location = redirectStatuses.includes(status) ? header(headers, 'location') : undefined;
  if (location === undefined) return undefined;
  const url = webUrl(location, from);
  // As browsers do: a password goes along within its origin, and never beyond.
  if (url && url.origin === from.origin && url.username === '')
    Object.assign(url, { username: from.username, password: from.password });
  return url
    ? { is: 'redirect', url, permanent: permanentStatuses.includes(status) }
    : failed('redirects', { say: 'feed.redirectsNowhere', host: from.host });
}

/** An address we can ask: http or https, nothing else. */
export function webUrl(address: string, base?: URL): URL | undefined {
  const url = URL.parse(address, base?.href);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}
