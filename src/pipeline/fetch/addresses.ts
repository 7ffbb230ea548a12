import { BlockList, isIP } from 'node:net';

/** Says whether feeds may be fetched from an address that a host name stands for. */
export type AddressRule = (address: string, hostname: string) => boolean;

// IANA's special-purpose registries (RFC 6890 and later), plus the one public metadata address.
const reserved = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure's metadata and wire server
  '169.254.0.0/16', // link-local, cloud metadata
  '172.16.0.0/12', // private
  '192.0.0.0/24', // IETF protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '2001::/23', // IETF protocol assignments, Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: any IPv4 address in disguise
  '3fff::/20', // documentation
];
// Everything else in IPv6 (loopback, mapped IPv4, NAT64, ULA, link-local, multicast) lies outside.
const globalUnicast = ['2000::/3'];

/**
 * Public addresses, and the exceptions an operator lists: CIDR ranges, addresses or host names.
 * Throws when an exception is none of these.
 */
export function addressRule(exceptions: readonly string[]): AddressRule {
  const forbidden = ranges(reserved);
  const global = ranges(globalUnicast);
  const names = new Set(exceptions.filter(isName).map((name) => name.toLowerCase()));
  const allowed = ranges(exceptions.filter((exception) => !isName(exception)));
  return (address, hostname) => {
    if (names.has(hostname.toLowerCase())) return true;
    const bare = address.replace(/%.*$/u, '');
    const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4';
    if (allowed.check(bare, family)) return true;
    return !forbidden.check(bare, family) && (family === 'ipv4' || global.check(bare, family));
  };
}

const isName = (text: string): boolean => /^[a-z0-9._-]+$/iu.test(text) && /[a-z]/iu.test(text);

function ranges(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits, ...rest] = cidr.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? longest : Number(bits);
    const isRange =
      isIP(address) !== 0 && bits !== '' && prefix >= 0 && prefix <= longest && rest.length === 0;
    if (!isRange)
      throw new Error(`${cidr} is not an address range: write it like 192.168.1.0/24 or fd00::/8.`);
    list.addSubnet(address, prefix, family);
  }
  return list;
}
