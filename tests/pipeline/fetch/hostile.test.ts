import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { feed, fetched, fetching } from './fetching.ts';
import { tcpServer, webServer } from './loopback.ts';
import { reading } from '../../said.ts';

describe('the deadline cuts', () => {
  const slow: [what: string, answer: (response: ServerResponse) => void][] = [
    ['a server that never answers', () => {}],
    ['a body that never comes', (response) => response.writeHead(200).flushHeaders()],
    [
      'a body that drips',
      (response) => {
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ];
  it.each(slow)('%s', async (_what, answer) => {
    const { origin } = await webServer((_request, response) => answer(response));
    const started = performance.now();
    const result = await fetching({ timeoutMs: 200 }).fetch(origin, {});
    expect(result).toMatchObject({ is: 'failed', kind: 'timeout', reason: reading(/0\.2 s/u) });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('headers that drip', async () => {
    const { origin } = await tcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('x-a: b\r\n'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await fetching({ timeoutMs: 200 }).fetch(origin, {})).toMatchObject({ kind: 'timeout' });
  });

  it('a TLS handshake that never comes', async () => {
    const { port } = await tcpServer(() => {});
    const result = await fetching({ timeoutMs: 200 }).fetch(`https://127.0.0.1:${port}/`, {});
    expect(result).toMatchObject({ kind: 'timeout' });
  });

  it('a name that is never resolved', async () => {
    const result = await fetching({ timeoutMs: 200, lookup: () => {} }).fetch('http://slow.example/', {});
    expect(result).toMatchObject({ kind: 'timeout' });
  });
});

describe('too much is refused', () => {
  const maxBytes = 100_000;
  const flood = Buffer.alloc(50_000_000);
  const bodies: [what: string, headers: Record<string, string>, body: Uint8Array][] = [
    ['an oversized body', {}, flood.subarray(0, maxBytes + 1)],
    ['an oversized announcement', { 'content-length': String(2 * maxBytes) }, Buffer.from('x')],
    ['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(flood)],
    ['a brotli bomb', { 'content-encoding': 'br' }, brotliCompressSync(flood.subarray(0, 5_000_000))],
    ['a zstd bomb', { 'content-encoding': 'zstd' }, zstdCompressSync(flood)],
    ['a bomb in a bomb', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(flood))],
    ['a bomb that does not say so', {}, gzipSync(flood)],
  ];
  it.each(bodies)('%s', async (_what, headers, body) => {
    const { origin } = await webServer((_request, response) => {
      response.writeHead(200, headers).write(body);
      response.end();
    });
    expect(await fetching({ maxBytes }).fetch(origin, {})).toMatchObject({ is: 'failed', kind: 'too-large' });
  });

  it('and the most is not', async () => {
    const { origin } = await webServer((_request, response) => response.end(flood.subarray(0, maxBytes)));
    expect(await fetching({ maxBytes }).fetch(origin, {})).toMatchObject({ is: 'changed' });
  });

  it('an endless body ends the connection', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { origin } = await webServer((_request, response) => {
      const pour = setInterval(() => response.write(flood.subarray(0, maxBytes)), 5);
      response.on('close', () => {
        clearInterval(pour);
        resolve();
      });
    });
    expect(await fetching({ maxBytes }).fetch(origin, {})).toMatchObject({ kind: 'too-large' });
    await promise;
  });
});

describe('a failure says what to do', () => {
  it('no server there', async () => {
    const result = await fetching().fetch('http://127.0.0.1:1/', {});
    expect(result).toMatchObject({
      is: 'failed',
      kind: 'connect',
      reason: reading(/ECONNREFUSED/u),
    });
  });

  it('an unknown name', async () => {
    const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
    const lookup = (_name: string, _options: object, callback: (error: Error, found: []) => void) =>
      callback(unknown, []);
    const result = await fetching({ lookup }).fetch('http://nowhere.example/feed?key=hidden', {});
    expect(result).toEqual({
      is: 'failed',
      kind: 'dns',
      reason: reading(
        "The name nowhere.example is unknown: check the feed's address, or this machine's DNS.",
      ),
    });
  });

  it('TLS asked of a plain port', async () => {
    const { port } = await webServer(() => {});
    const result = await fetching().fetch(`https://127.0.0.1:${port}/`, {});
    expect(result).toMatchObject({
      is: 'failed',
      kind: 'tls',
      reason: reading(/no secure connection/u),
    });
  });

  it.each<[what: string, bytes: string]>([
    ['garbage', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['half a status line', 'HTTP/1.1 2x0 OK\r\n\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'x-filler: yes\r\n'.repeat(10_000)}`],
    ['less than announced', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<rss'],
  ])('%s instead of an answer', async (_what, bytes) => {
    const { origin } = await tcpServer((socket) => socket.once('data', () => socket.end(bytes)));
    const result = await fetching().fetch(origin, {});
    expect(result).toMatchObject({ is: 'failed', kind: expect.stringMatching(/^(protocol|connect)$/u) });
  });

  it.each<[what: string, coding: string, body: Uint8Array]>([
    ['a coding of its own', 'lzma', Buffer.from(feed)],
    ['gzip cut short', 'gzip', gzipSync(feed).subarray(0, 30)],
    ['brotli that is none', 'br', Buffer.from(feed)],
    ['ten layers', Array.from({ length: 10 }, () => 'gzip').join(), gzipSync(feed)],
  ])('%s', async (_what, coding, body) => {
    const result = await fetched((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    expect(result).toMatchObject({ is: 'failed', kind: 'encoding' });
  });
});
