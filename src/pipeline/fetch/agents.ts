import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { Agent, AgentOptions, ClientRequestArgs } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AddressRule } from './addresses.ts';
import type { Agents } from './ask.ts';
import { http, https } from './http.ts';

/** All addresses of a name, as `dns.lookup` with `all: true` gives them. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true; readonly family?: number | 'IPv4' | 'IPv6' },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const blockedCode = 'BLOCKED_ADDRESS';

interface AgentsOptions {
  readonly rule: AddressRule;
  /** Connections to one host. */
  readonly perHost: number;
  readonly lookup?: Lookup | undefined;
}

/**
 * Opens connections to permitted addresses alone.
 *
 * Checked are the literal in the URL (for which no lookup happens), what the name resolves to at the
 * moment of connecting, so that a second answer of the DNS cannot differ, and the peer of the open socket.
 */
export function guardedAgents({ rule, perHost, lookup }: AgentsOptions): Agents {
  const options: AgentOptions & { lookup: LookupFunction } = {
    keepAlive: true,
    maxSockets: perHost,
    // Node's 250 ms an address fails on every far host that has two.
    autoSelectFamilyAttemptTimeout: 2_000,
    lookup: checkedLookup(rule, lookup ?? systemLookup),
  };
  return {
    'http:': guarded(new http.Agent(options), rule),
    'https:': guarded(new https.Agent(options), rule),
  };
}

function guarded<One extends Agent>(agent: One, rule: AddressRule): One {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options: ClientRequestArgs, callback?) => {
    const hostname = options.host ?? '';
    if (isIP(hostname) !== 0 && !rule(hostname, hostname)) {
      callback?.(blocked(hostname), noSocket);
      return undefined;
    }
    const socket = connect(options, callback);
    // The first to hear of it: nothing was sent yet.
    socket?.once('connect', () => {
      const { remoteAddress: peer } = socket as { readonly remoteAddress?: string };
      if (peer === undefined || !rule(peer, hostname)) socket.destroy(blocked(peer ?? hostname));
    });
    return socket;
  };
  return agent;
}

// Node's types ask for a socket beside an error; its code does not.
const noSocket = undefined as unknown as Duplex;

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
