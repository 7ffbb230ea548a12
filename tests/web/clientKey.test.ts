import { describe, expect, it } from 'vitest';
import { clientKey } from '../../src/web/clientKey.ts';

const cases: readonly [string, peer: string, forwardedFor: string | undefined, key: string][] = [
  ['a visitor from the internet', '198.51.100.7', undefined, '198.51.100.7'],
  ['a visitor who pretends to be a proxy', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['a visitor behind our proxy', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['a visitor who lies to our proxy', '10.0.0.2', '192.0.2.66, 203.0.113.9', '203.0.113.9'],
  ['a proxy that says nothing', '172.17.0.1', undefined, '172.17.0.1'],
  ['a proxy that talks nonsense', '::1', 'unknown', '0:0:0:0::/64'],
  ['IPv4 on a socket for both', '::ffff:198.51.100.7', undefined, '198.51.100.7'],
  ['a home with IPv6', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, '2001:db8:1:2::/64'],
  ['the same home, another device', '2001:db8:1:2::5', undefined, '2001:db8:1:2::/64'],
  ['a short IPv6 address', '2001:db8::1', undefined, '2001:db8:0:0::/64'],
];

describe('whom the rate limit counts', () => {
  it.each(cases)('%s', (_name, peer, forwardedFor, key) => {
    expect(clientKey(peer, forwardedFor)).toBe(key);
  });
});
