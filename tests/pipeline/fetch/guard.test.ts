import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import type { Lookup } from '../../../src/pipeline/fetch/agents.ts';
import { fetching } from './fetching.ts';
import { type Loopback, webServer } from './loopback.ts';
import { reading } from '../../said.ts';

const page = (): Promise<Loopback> => webServer((_request, response) => response.end('<rss/>'));

/** A DNS that knows what it is told. */
const names =
  (known: Record<string, readonly string[]>): Lookup =>
  (hostname, _options, callback) => {
    const addresses = (known[hostname] ?? []).map(
      (address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }),
    );
    if (addresses.length > 0) callback(null, addresses);
    else callback(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []);
  };

describe('without exceptions no connection is made to', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback as one number', '2130706433'],
    ['loopback in hexadecimal', '0x7f.1'],
    ['loopback in octal', '0177.0.0.1'],
    ['loopback, shortened', '127.1'],
    ['loopback in wide digits', '１２７.0.0.1'],
    ['another loopback', '127.9.9.9'],
    ['loopback, IPv6', '[::1]'],
    ['loopback, mapped', '[::ffff:127.0.0.1]'],
    ['loopback, compatible', '[::127.0.0.1]'],
    ['loopback through NAT64', '[64:ff9b::7f00:1]'],
    ['loopback through 6to4', '[2002:7f00:1::1]'],
    ['localhost', 'localhost'],
    ['this host', '0.0.0.0'],
    ['this host, IPv6', '[::]'],
    ['metadata', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['unique local', '[fd00::1]'],
    ['link-local', '[fe80::1]'],
  ])('%s', async (_what, host) => {
    const server = await page();
    const fetched = await fetching({ allowPrivate: [] }).fetch(`http://${host}:${server.port}/feed`, {});
    expect(fetched).toMatchObject({ is: 'failed', kind: 'blocked' });
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['loopback', ['127.0.0.1']],
    ['loopback, IPv6', ['::1']],
    ['loopback, mapped', ['::ffff:127.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['loopback and a private network', ['127.0.0.1', '10.0.0.1']],
  ])('a name that stands for %s', async (_what, addresses) => {
    const server = await page();
    const fetcher = fetching({ allowPrivate: [], lookup: names({ 'feed.example': addresses }) });
    const fetched = await fetcher.fetch(`http://feed.example:${server.port}/`, {});
    expect(fetched).toMatchObject({ is: 'failed', kind: 'blocked' });
    expect(server.connections()).toBe(0);
  });

  it('a private address behind a redirect', async () => {
    const inner = await page();
    const outer = await webServer((_request, response) => {
      response.writeHead(302, { location: `http://inner.example:${inner.port}/` }).end();
    });
    const lookup = names({ 'outer.example': ['127.0.0.1'], 'inner.example': ['127.0.0.1'] });
    const fetched = await fetching({ allowPrivate: ['outer.example'], lookup }).fetch(
      `http://outer.example:${outer.port}/`,
      {},
    );
    expect(fetched).toMatchObject({ is: 'failed', kind: 'blocked' });
    expect([outer.connections(), inner.connections()]).toEqual([1, 0]);
  });
});

it('tells the operator how to allow an address', async () => {
  const fetched = await fetching({ allowPrivate: [] }).fetch('http://127.0.0.1/', {});
  expect(fetched).toMatchObject({
    reason: reading('127.0.0.1 is not a public address: if it is yours, add it to FEEDS_ALLOW_PRIVATE.'),
  });
});

describe('allowed are', () => {
  it.each([
    ['a range', '127.0.0.0/8'],
    ['an address', '127.0.0.1'],
    ['a host', 'feed.example'],
  ])('%s the operator lists', async (_what, exception) => {
    const server = await page();
    const lookup = names({ 'feed.example': ['127.0.0.1'] });
    const fetcher = fetching({ allowPrivate: [exception], lookup });
    const fetched = await fetcher.fetch(`http://feed.example:${server.port}/`, {});
    expect(fetched).toMatchObject({ is: 'changed' });
  });

  it('the permitted addresses of a name that has others too', async () => {
    const server = await page();
    const lookup = names({ 'feed.example': ['10.255.255.1', '127.0.0.1'] });
    const fetched = await fetching({ lookup }).fetch(`http://feed.example:${server.port}/`, {});
    expect(fetched).toMatchObject({ is: 'changed' });
  });
});

describe('an origin the operator typed', () => {
  it('may be private', async () => {
    const server = await page();
    const fetcher = fetching({ allowPrivate: [], trusted: [`${server.origin}/feed.xml`] });
    expect(await fetcher.fetch(`${server.origin}/other.xml`, {})).toMatchObject({ is: 'changed' });
  });

  it('is one port of a host, not the host', async () => {
    const [typed, other] = [await page(), await page()];
    const fetcher = fetching({ allowPrivate: [], trusted: [typed.origin] });
    expect(await fetcher.fetch(other.origin, {})).toMatchObject({ kind: 'blocked' });
    expect(other.connections()).toBe(0);
  });

  it('may redirect within itself', async () => {
    const server = await webServer((request, response) => {
      if (request.url === '/feed') response.end('<rss/>');
      else response.writeHead(302, { location: '/feed' }).end();
    });
    const fetcher = fetching({ allowPrivate: [], trusted: [server.origin] });
    expect(await fetcher.fetch(`${server.origin}/`, {})).toMatchObject({ is: 'changed' });
  });

  it('may not redirect to another private address', async () => {
    const inner = await page();
    const server = await webServer((_request, response) => {
      response.writeHead(302, { location: inner.origin }).end();
    });
    const fetcher = fetching({ allowPrivate: [], trusted: [server.origin] });
    expect(await fetcher.fetch(server.origin, {})).toMatchObject({ kind: 'blocked' });
    expect(inner.connections()).toBe(0);
  });

  it('is private again once a redirect has left it', async () => {
    const asked: (string | undefined)[] = [];
    const typed = await webServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(302, { location: `http://foreign.example:${foreign.port}/` }).end();
    });
    const foreign = await webServer((_request, response) => {
      response.writeHead(302, { location: `${typed.origin}/admin` }).end();
    });
    const fetcher = fetching({
      allowPrivate: ['foreign.example'],
      trusted: [typed.origin],
      lookup: names({ 'foreign.example': ['127.0.0.1'] }),
    });
    expect(await fetcher.fetch(`${typed.origin}/feed`, {})).toMatchObject({ kind: 'blocked' });
    expect(asked).toEqual(['/feed']);
  });

  it('lends its trust to no redirect of another publisher', async () => {
    const typed = await page();
    const foreign = await webServer((_request, response) => {
      response.writeHead(302, { location: typed.origin }).end();
    });
    const fetcher = fetching({
      allowPrivate: ['foreign.example'],
      trusted: [typed.origin],
      lookup: names({ 'foreign.example': ['127.0.0.1'] }),
    });
    expect(await fetcher.fetch(`http://foreign.example:${foreign.port}/`, {})).toMatchObject({
      kind: 'blocked',
    });
    expect(typed.connections()).toBe(0);
  });
});
