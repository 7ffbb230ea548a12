import { isIP } from 'node:net';
import { addressRule } from './addresses.ts';

/**
 * Says which hosts (`name` or `name:port`) are the operator's own: typed, listed by name, or private addresses.
 * They need no sparing: a self-hosted RSSHub serves a hundred feeds, and nobody else waits for it.
 */
export function ownHosts(listed: readonly string[], typed: readonly string[]): (host: string) => boolean {
  const isPublic = addressRule([]);
  const names = new Set(listed.filter((one) => /[a-z]/iu.test(one) && !one.includes(':')));
  const hosts = new Set(typed.map((url) => URL.parse(url)?.host));
  return (host) => {
    const name = host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
    return names.has(name) || hosts.has(host) || (isIP(name) !== 0 && !isPublic(name, name));
  };
}
