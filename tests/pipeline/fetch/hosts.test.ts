import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hosts } from '../../../src/pipeline/fetch/hosts.ts';
import { feed, fetching, now, text } from './fetching.ts';
import { tcpServer, webServer } from './loopback.ts';

it('leaves a host alone that asked for a pause, for all of its feeds', async () => {
  let clock = now;
  let asked = 0;
  const { origin } = await webServer((_request, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': '60' }).end(feed);
  });
  const fetcher = fetching({ now: () => clock });
  const results = await Promise.all(['/a', '/b', '/c', '/d'].map((path) => fetcher.fetch(origin + path, {})));
  expect(results.filter(({ is }) => is === 'throttled').length).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThanOrEqual(2);
  const before = asked;
  expect(await fetcher.fetch(`${origin}/e`, {})).toMatchObject({ is: 'throttled', retryAt: now + 60_000 });
  expect(asked).toBe(before);
  clock += 60_000;
  expect(await fetcher.fetch(`${origin}/e`, {})).toMatchObject({ is: 'changed' });
});

it('asks once more when a kept connection turns out to be closed', async () => {
  const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: keep-alive\r\n\r\n<rss/>';
  const server = await tcpServer((socket) => {
    socket.once('data', () => {
      socket.write(answer);
      socket.once('data', () => socket.resetAndDestroy());
    });
  });
  const fetcher = fetching();
  await fetcher.fetch(server.origin, {});
  expect(text(await fetcher.fetch(server.origin, {}))).toBe('<rss/>');
  expect(server.connections()).toBe(2);
});

describe('a host', () => {
  it('never sees more than two connections, which are kept', async () => {
    const server = await webServer((_request, response) => {
      setTimeout(() => response.end(feed), 5);
    });
    const fetcher = fetching();
    const paths = Array.from({ length: 40 }, (_, at) => `/${at}`);
    const results = await Promise.all(paths.map((path) => fetcher.fetch(server.origin + path, {})));
    expect(results.every(({ is }) => is === 'changed')).toBe(true);
    expect([server.mostAtOnce(), server.connections()]).toEqual([2, 2]);
  });

  it('that hangs delays no other', async () => {
    const hanging = await webServer(() => {});
    const good = await webServer((_request, response) => response.end(feed));
    const fetcher = fetching({ timeoutMs: 1_000 });
    const hung = Promise.all(Array.from({ length: 4 }, () => fetcher.fetch(hanging.origin, {})));
    const started = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => fetcher.fetch(good.origin, {})));
    expect(performance.now() - started).toBeLessThan(1_000);
    // Waiting for their turn does not use up the time of the last two.
    expect((await hung).map((result) => 'kind' in result && result.kind)).toEqual(Array(4).fill('timeout'));
    expect(performance.now() - started).toBeGreaterThan(1_900);
  });
});

describe('the gap between two requests to a host', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is kept, even when its queue ran empty in between, and no other host waits for it', async () => {
    const polite = hosts({ perHost: 2, atOnce: 9, gapMs: () => 500 });
    const started = Date.now();
    const log: string[] = [];
    const visit = (host: string) =>
      polite.run(host, async () => {
        log.push(`${host} ${Date.now() - started}`);
      });
    const all = [visit('a'), visit('a'), visit('b'), visit('a')];
    await vi.advanceTimersByTimeAsync(1_100);
    await Promise.all(all);
    const late = visit('a');
    await vi.advanceTimersByTimeAsync(1_000);
    await late;
    expect(log.slice(0, 4)).toEqual(['a 0', 'b 0', 'a 500', 'a 1000']);
    expect(log[4]).toBe('a 1500');
  });
});

describe('the limit over all hosts', () => {
  it('counts those who are being asked, not those who wait for a host', async () => {
    const polite = hosts({ perHost: 1, atOnce: 2, gapMs: () => 0 });
    const started: string[] = [];
    const ends: (() => void)[] = [];
    const visit = (host: string) =>
      polite.run(host, async () => {
        started.push(host);
        await new Promise<void>((end) => ends.push(end));
      });
    const all = ['slow', 'slow', 'slow', 'b', 'c'].map(visit);
    await vi.waitFor(() => expect(started).toEqual(['slow', 'b']));
    ends[1]?.();
    await vi.waitFor(() => expect(started).toEqual(['slow', 'b', 'c']));
    for (let at = 0; at < 5; at += 1) {
      await vi.waitFor(() => expect(ends.length).toBeGreaterThan(at));
      ends[at]?.();
    }
    await Promise.all(all);
    expect(started.toSorted()).toEqual(['b', 'c', 'slow', 'slow', 'slow']);
  });
});

describe('a pause', () => {
  it('ends when its time comes, and the longer of two stands', () => {
    const polite = hosts({ perHost: 2, atOnce: 9, gapMs: () => 0 });
    polite.pause('a', 200);
    polite.pause('a', 100);
    expect([polite.pausedUntil('a', 199), polite.pausedUntil('a', 200), polite.pausedUntil('b', 0)]).toEqual([
      200,
      undefined,
      undefined,
    ]);
  });
});
