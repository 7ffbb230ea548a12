import { BlockList, isIPv4, isIPv6 } from 'node:net';

const nearby = new BlockList();
nearby.addSubnet('127.0.0.0', 8);
nearby.addSubnet('10.0.0.0', 8);
nearby.addSubnet('172.16.0.0', 12);
nearby.addSubnet('192.168.0.0', 16);
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');

/**
 * Whom a rate limit counts: the peer, or, when a reverse proxy on our own machine or network asks for somebody,
 * whom that proxy names last in `X-Forwarded-For`. An IPv6 home is its /64.
 */
export function clientKey(peer: string, forwardedFor: string | undefined): string {
  const address = unmapped(peer);
  if (!isNearby(address)) return network(address);
  const named = unmapped(forwardedFor?.split(',').at(-1)?.trim() ?? '');
  return network(isIPv4(named) || isIPv6(named) ? named : address);
}

const isNearby = (address: string): boolean => nearby.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** A socket that serves both families shows IPv4 as `::ffff:192.0.2.1`. */
const unmapped = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/iu, '');

function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...(tail === undefined ? [] : zeros), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
