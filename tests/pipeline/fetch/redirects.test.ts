import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { feed, fetched, fetching, status, text } from './fetching.ts';
import { webServer } from './loopback.ts';

/** Redirects with these statuses, one after the other, to /1, /2 and so on; then the feed. */
const chain =
  (...codes: number[]): RequestListener =>
  ({ url }, response) => {
    const step = Number(url?.slice(1));
    const code = codes[Number.isNaN(step) ? 0 : step];
    if (code === undefined) response.end(feed);
    else response.writeHead(code, { location: `/${Number.isNaN(step) ? 1 : step + 1}` }).end();
  };

describe('redirects', () => {
  it.each<[what: string, codes: number[], moved: string | undefined]>([
    ['301 moves the feed', [301], '/1'],
    ['308 moves the feed', [308], '/1'],
    ['301 after 308 moves the feed', [308, 301], '/2'],
    ['302 does not', [302], undefined],
    ['303 does not', [303], undefined],
    ['307 does not', [307], undefined],
    ['301 after 302 does not', [302, 301], undefined],
    ['302 after 301 does not', [301, 302], undefined],
    ['five are followed', [301, 301, 301, 301, 301], '/5'],
  ])('%s', async (_what, codes, moved) => {
    const result = await fetched(chain(...codes));
    const movedTo = 'movedTo' in result && result.movedTo ? new URL(result.movedTo).pathname : undefined;
    expect(result).toMatchObject({ is: 'changed', url: expect.stringMatching(`/${codes.length}$`) });
    expect(movedTo).toBe(moved);
  });

  it.each<[what: string, answer: RequestListener]>([
    ['a sixth', chain(302, 302, 302, 302, 302, 302)],
    ['a loop', status(302, { location: '/feed.xml' })],
    ['another scheme', status(302, { location: 'file:///etc/passwd' })],
    ['no address at all', status(301, { location: 'http://' })],
  ])('%s is a failure', async (_what, answer) => {
    expect(await fetched(answer)).toMatchObject({ is: 'failed', kind: 'redirects' });
  });

  it('take credentials along within the origin, but never into the address that links are resolved against', async () => {
    const { origin, port } = await webServer(({ url, headers }, response) => {
      if (url === '/new') response.end(headers.authorization);
      else response.writeHead(301, { location: '/new' }).end();
    });
    const result = await fetching().fetch(origin.replace('//', '//me:secret@'), {});
    expect(text(result)).toBe(`Basic ${btoa('me:secret')}`);
    expect(result).toMatchObject({
      url: `${origin}/new`,
      movedTo: `http://me:secret@127.0.0.1:${port}/new`,
    });
  });

  it('take no credentials to another origin', async () => {
    const other = await webServer((incoming, response) =>
      response.end(incoming.headers.authorization ?? 'none'),
    );
    const { origin } = await webServer(status(302, { location: other.origin }));
    expect(text(await fetching().fetch(origin.replace('//', '//me:secret@'), {}))).toBe('none');
  });

  it('share one deadline', async () => {
    const { origin } = await webServer((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120);
    });
    const started = performance.now();
    const result = await fetching({ timeoutMs: 300 }).fetch(origin, {});
    expect(result).toMatchObject({ is: 'failed', kind: 'timeout' });
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('an address that is not of the web', () => {
  it.each(['ftp://example.org/feed', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'feed', '', 'http://'])(
    '%s',
    async (address) => {
      expect(await fetching().fetch(address, {})).toMatchObject({ is: 'failed', kind: 'bad-url' });
    },
  );
});
