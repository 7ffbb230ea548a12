import { blockedCode } from './agents.ts';
import { type Failed, failed } from './fetched.ts';

export const deadlineCode = 'DEADLINE';

/** An error of the network or of HTTP as an outcome that a person understands. */
export function failure(error: unknown, host: string, timeoutMs: number): Failed {
  const { code, address } = cause(error);
  if (code === blockedCode) {
    const isItself = host.includes(address);
    return failed(
      'blocked',
      isItself ? { say: 'feed.blocked', host } : { say: 'feed.blockedBehind', host, address },
    );
  }
  const kind = kindOf(code);
  return failed(
    kind,
    kind === 'timeout'
      ? { say: 'feed.timeout', host, seconds: timeoutMs / 1_000 }
      : { say: `feed.${kind}`, host, code },
  );
}

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

function kindOf(code: string): 'dns' | 'connect' | 'tls' | 'timeout' | 'protocol' {
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u.test(code)) return 'dns';
  if (code === 'ETIMEDOUT' || code === deadlineCode) return 'timeout';
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/u.test(code))
    return 'tls';
  if (code.startsWith('HPE_')) return 'protocol';
  return 'connect';
}
