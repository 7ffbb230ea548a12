import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressRule } from './addresses.ts';

/** All addresses of a name, as `dns.lookup` with `all: true` gives them. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true; readonly family?: number | 'IPv4' | 'IPv6' },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const blockedCode = 'BLOCKED_ADDRESS';

interface ConnectorOptions {
  readonly rule: AddressRule;
  readonly timeoutMs: number;
  readonly lookup?: Lookup | undefined;
}

/**
 * Opens connections to permitted addresses alone.
 *
 * Checked are the literal in the URL (for which no lookup happens), what the name resolves to at the
 * moment of connecting, so that a second answer of the DNS cannot differ, and the peer of the open socket.
 */
export function connector({ rule, timeoutMs, lookup }: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeoutMs,
    allowH2: false,
    // Node's 250 ms an address fails on every far host that has two.
    autoSelectFamilyAttemptTimeout: 2_000,
    lookup: checkedLookup(rule, lookup ?? systemLookup),
  });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/gu, '');
    if (isIP(hostname) !== 0 && !rule(hostname, hostname)) {
      callback(blocked(hostname), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error) {
        callback(error, null);
        return;
      }
      const peer = socket.remoteAddress;
      if (peer !== undefined && rule(peer, hostname)) {
        callback(null, socket);
        return;
      }
      socket.destroy();
      callback(blocked(peer ?? hostname), null);
    });
  };
}

function checkedLookup(rule: AddressRule, lookup: Lookup): LookupFunction {
  return (hostname, { family, all }, callback) => {
    lookup(hostname, { all: true, ...(family === undefined ? {} : { family }) }, (error, addresses) => {
      const permitted = error ? [] : addresses.filter(({ address }) => rule(address, hostname));
      const [first] = permitted;
      if (error) callback(error, []);
      else if (!first) callback(blocked(addresses[0]?.address ?? hostname), []);
      else if (all) callback(null, permitted);
      else callback(null, first.address, first.family);
    });
  };
}

const blocked = (address: string): Error & { code: string; address: string } =>
  Object.assign(new Error(`${address} is not a public address`), { code: blockedCode, address });
