import { blockedCode } from './agents.ts';
import { type Failed, type FailureKind, failed } from './fetched.ts';

export const deadlineCode = 'DEADLINE';

/** An error of the network or of HTTP as an outcome that a person understands. */
export function failure(error: unknown, host: string, timeoutMs: number): Failed {
  const { code, address } = cause(error);
  if (code === blockedCode) {
    const what = host.includes(address) ? host : `${host} leads to ${address}, which`;
    return failed(
      'blocked',
      `${what} is not a public address: if it is yours, add it to FEEDS_ALLOW_PRIVATE.`,
    );
  }
  const kind = kindOf(code);
  return failed(kind, sentences[kind]?.(host, code, timeoutMs) ?? `${host} could not be read (${code}).`);
}

type Sentence = (host: string, code: string, timeoutMs: number) => string;

const sentences: Partial<Record<FailureKind, Sentence>> = {
  dns: (host) => `The name ${host} is unknown: check the feed's address, or this machine's DNS.`,
  connect: (host, code) => `${host} does not take connections (${code}): it may be down, and is tried again.`,
  tls: (host, code) =>
    `${host} offers no secure connection (${code}): open it in a browser to see why, or try http instead.`,
  timeout: (host, _code, timeoutMs) =>
    `${host} did not answer in full within ${timeoutMs / 1_000} s: it is tried again; FETCH_TIMEOUT can be raised.`,
  protocol: (host, code) => `${host} does not speak HTTP properly (${code}): check the feed's address.`,
};

interface Cause {
  readonly code: string;
  readonly address: string;
}

// Node tries several addresses of a name and then throws an AggregateError around what each of them said.
function cause(error: unknown): Cause {
  if (error instanceof AggregateError && error.errors.length > 0) return cause(error.errors[0]);
  const { code = 'unknown error', address = 'a private network' } = error as Partial<Cause>;
  return { code, address };
}

function kindOf(code: string): FailureKind {
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u.test(code)) return 'dns';
  if (code === 'ETIMEDOUT' || code === deadlineCode) return 'timeout';
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/u.test(code))
    return 'tls';
  if (code.startsWith('HPE_')) return 'protocol';
  return 'connect';
}
