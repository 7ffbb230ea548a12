import type { Agent, IncomingMessage } from 'node:http';
import type { Agent as SecureAgent } from 'node:https';
import { deadlineCode } from './failure.ts';
import { header, type Headers } from './headers.ts';
import { http, https } from './http.ts';

export interface Reply {
  readonly is: 'reply';
  readonly status: number;
  readonly headers: Headers;
  /** As sent, still compressed; empty unless the status is 2xx. */
  readonly body: Uint8Array;
}

export type Asked =
  | Reply
  | { readonly is: 'too-large' }
  /** `stale`: a kept connection was found closed, so that asking once more on a new one is worth it. */
  | { readonly is: 'error'; readonly error: unknown; readonly stale: boolean };

/** Who opens the connections, by protocol. */
export interface Agents {
  readonly 'http:': Agent;
  readonly 'https:': SecureAgent;
}

export interface Question {
  readonly agents: Agents;
  readonly url: URL;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** For everything: queue, name, connection, TLS, headers and body. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Sent by POST; without one it is a GET. */
  readonly form?: string;
}

const dullBytes = 64 * 1_024;
/** Publishers behind several proxies send more than Node's 16 KiB. */
const maxHeaderSize = 64 * 1_024;

/** One request and no redirect; a status that decides ends the wait before its body does. */
export function ask({ agents, url, headers, timeoutMs, maxBytes, form }: Question): Promise<Asked> {
  const { promise, resolve } = Promise.withResolvers<Asked>();
  const isSecure = url.protocol === 'https:';
  const request = (isSecure ? https : http).request({
    agent: isSecure ? agents['https:'] : agents['http:'],
    hostname: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port,
    path: url.pathname + url.search,
    method: form === undefined ? 'GET' : 'POST',
    headers: ['host', url.host, ...headers],
    maxHeaderSize,
  });
  const timer = setTimeout(
    () => request.destroy(Object.assign(new Error('too slow'), { code: deadlineCode })),
    timeoutMs,
  );
  const fail = (error: unknown) => resolve({ is: 'error', error, stale: request.reusedSocket });
  const refuse = () => {
    resolve({ is: 'too-large' });
    request.destroy();
  };

  request.once('error', fail);
  request.once('close', () => clearTimeout(timer));
  request.once('response', (response) => {
    const { statusCode: status = 0, headers: received } = response;
    const isWanted = status >= 200 && status < 300;
    if (isWanted && Number(header(received, 'content-length')) > maxBytes) return refuse();
    // Outcomes other than 2xx lie in the headers; nobody waits for such a body.
    if (!isWanted) resolve({ is: 'reply', status, headers: received, body: Buffer.alloc(0) });
    return collect(response, {
      atMost: isWanted ? maxBytes : dullBytes,
      refuse,
      fail,
      done: (body) => resolve({ is: 'reply', status, headers: received, body }),
    });
  });
  request.end(form);
  return promise;
}

interface Collecting {
  readonly atMost: number;
  readonly refuse: () => void;
  readonly fail: (error: unknown) => void;
  readonly done: (body: Uint8Array) => void;
}

function collect(response: IncomingMessage, { atMost, refuse, fail, done }: Collecting): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > atMost) refuse();
    else chunks.push(chunk);
  });
  response.once('error', fail);
  response.once('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
}
