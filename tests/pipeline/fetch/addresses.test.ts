import { describe, expect, it } from 'vitest';
import { addressRule } from '../../../src/pipeline/fetch/addresses.ts';

describe('addressRule', () => {
  const publicOnly = addressRule([]);

  it.each([
    ['this network', '0.0.0.0'],
    ['private, ten', '10.1.2.3'],
    ['carrier-grade NAT', '100.64.0.1'],
    ["a cloud's metadata inside it", '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback, last', '127.255.255.255'],
    ['link-local', '169.254.0.1'],
    ['metadata', '169.254.169.254'],
    ['private, 172', '172.31.255.255'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['private, 192', '192.168.0.1'],
    ['benchmarking', '198.19.255.255'],
    ['6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['wire server', '168.63.129.16'],
    ['unspecified, IPv6', '::'],
    ['loopback, IPv6', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['compatible loopback', '::127.0.0.1'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['6to4 of loopback', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['documentation, IPv6', '2001:db8::1'],
    ['newer documentation, IPv6', '3fff::1'],
    ['unique local', 'fd00::1'],
    ['metadata, IPv6', 'fd00:ec2::254'],
    ['link-local, IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast, IPv6', 'ff02::1'],
    ['discard', '100::1'],
  ])('%s is not for feeds', (_what, address) => {
    expect(publicOnly(address, 'feed.example')).toBe(false);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '100.63.255.255',
    '172.32.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is public', (address) => {
    expect(publicOnly(address, 'feed.example')).toBe(true);
  });

  it.each<[what: string, exceptions: string[], address: string, hostname: string, allowed: boolean]>([
    ['a range', ['192.168.1.0/24'], '192.168.1.77', 'nas.lan', true],
    ['beside the range', ['192.168.1.0/24'], '192.168.2.77', 'nas.lan', false],
    ['one address', ['10.0.0.5'], '10.0.0.5', 'nas.lan', true],
    ['an IPv6 range', ['fd00::/8'], 'fd12::1', 'nas.lan', true],
    ['a mapped address of an IPv4 range', ['127.0.0.0/8'], '::ffff:127.0.0.1', 'localhost', true],
    ['a host name, whatever its case', ['NAS.lan'], '10.9.9.9', 'nas.LAN', true],
    ['another host name', ['nas.lan'], '10.9.9.9', 'evil.nas.lan', false],
  ])('exceptions: %s', (_what, exceptions, address, hostname, allowed) => {
    expect(addressRule(exceptions)(address, hostname)).toBe(allowed);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', 'fd00::/129', '10.0.0', 'a b', '10.0.0.0/8/8'])(
    'says how to write %s',
    (exception) => {
      expect(() => addressRule([exception])).toThrow(`${exception} is not an address range: write it like`);
    },
  );
});
