import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedServer, feedServer } from '../fakes/feedServer.ts';
import { sampleNews } from '../fakes/sampleNews.ts';
import { inFolder, pactwire } from './pactwire.ts';

let publisher: FeedServer;
beforeEach(async () => {
  publisher = await feedServer();
});
afterEach(() => publisher.close());

const { partnership, samePartnership, otherPartnership, ordinary } = sampleNews;
const round = (lines: readonly Record<string, unknown>[]) => lines.at(-1)?.['round'];

describe('once --json', () => {
  it('tells a story that two feeds tell once, with both as sources', () =>
    inFolder(async (cwd) => {
      const a = publisher.publish('/a', 'The Circuit Post', [partnership, ordinary]);
      const b = publisher.publish('/b', 'The Herald', [samePartnership]);
      const ended = await pactwire(['once', '--feed', a, '--feed', b, '--json'], { cwd });
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(ended.lines).toHaveLength(2);
      expect(ended.lines[0]).toMatchObject({
        partners: expect.arrayContaining(['Lumora', 'Arctic Optics']),
        sources: expect.arrayContaining([
          expect.objectContaining({ url: partnership.link }),
          expect.objectContaining({ url: samePartnership.link }),
        ]),
      });
      expect(round(ended.lines)).toMatchObject({
        feeds: 2,
        fetched: 2,
        unchanged: 0,
        failed: 0,
        articles: 3,
        unseen: 3,
        stories: 1,
        ms: expect.any(Number),
        cpuMs: expect.any(Number),
        peakMb: expect.any(Number),
      });
    }));

  it('takes a page for the feed behind it, and says which others there are', () =>
    inFolder(async (cwd) => {
      const news = publisher.publish('/news.xml', 'The Circuit Post', [partnership]);
      const sports = publisher.publish('/sports.xml', 'Sports', []);
      const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
      const page = publisher.serve('/', `<html>${link('/news.xml')}${link('/sports.xml')}`, 'text/html');
      const ended = await pactwire(['once', '--feed', page, '--json'], { cwd });
      expect(ended.code).toBe(0);
      expect(ended.err).toContain(`its feed ${news} is read; there are also ${sports}`);
      expect(round(ended.lines)).toMatchObject({ feeds: 1, fetched: 1, stories: 1 });
    }));

  it('gets only 304s and tells nothing when nothing has changed', () =>
    inFolder(async (cwd) => {
      const a = publisher.publish('/a', 'The Circuit Post', [partnership]);
      const b = publisher.publish('/b', 'The Herald', [ordinary]);
      const again = ['once', '--feed', a, '--feed', b, '--json'];
      await pactwire(again, { cwd });
      const second = await pactwire(again, { cwd });
      expect(second.lines).toHaveLength(1);
      expect(round(second.lines)).toMatchObject({
        feeds: 2,
        fetched: 0,
        unchanged: 2,
        unseen: 0,
        stories: 0,
      });
      expect(publisher.requests.toSorted()).toEqual(['200 /a', '200 /b', '304 /a', '304 /b']);
    }));

  it('finds the one new item of a changed feed, though the publisher has retitled another', () =>
    inFolder(async (cwd) => {
      const url = publisher.publish('/a', 'The Circuit Post', [partnership]);
      await pactwire(['once', '--feed', url, '--json'], { cwd });
      publisher.publish('/a', 'The Circuit Post', [
        otherPartnership,
        { ...partnership, title: 'Lumora: what we know' },
      ]);
      const second = await pactwire(['once', '--feed', url, '--json'], { cwd });
      expect(second.lines[0]).toMatchObject({ headline: otherPartnership.title });
      expect(round(second.lines)).toMatchObject({ unseen: 1, stories: 1 });
    }));

  it('takes an item without title, link or date for one article', () =>
    inFolder(async (cwd) => {
      const url = publisher.publish('/a', 'Bare', [{ title: '', description: partnership.description }]);
      const first = await pactwire(['once', '--feed', url, '--json'], { cwd });
      expect(round(first.lines)).toMatchObject({ articles: 1, unseen: 1 });
      publisher.publish('/a', 'Bare, renamed', [{ title: '', description: partnership.description }]);
      const second = await pactwire(['once', '--feed', url, '--json'], { cwd });
      expect(round(second.lines)).toMatchObject({ fetched: 1, articles: 1, unseen: 0 });
    }));

  it('reports each kind of broken feed in a sentence and reads the rest', () =>
    inFolder(async (cwd) => {
      const good = publisher.publish('/good', 'The Circuit Post', [partnership]);
      const page = publisher.serve('/page', '<!doctype html><title>Hello</title><p>no feed', 'text/html');
      const large = publisher.serve('/large', Buffer.alloc(10 * 1024 * 1024 + 1, 32), 'application/rss+xml');
      const missing = `${good}-not-there`;
      const feeds = [good, page, large, missing, 'http://127.0.0.1:9/feed'];
      const ended = await pactwire(['once', '--json', ...feeds.flatMap((url) => ['--feed', url])], { cwd });
      expect(ended.code).toBe(1);
      expect(round(ended.lines)).toMatchObject({ feeds: 5, fetched: 1, failed: 4, stories: 1 });
      expect(ended.err.trim().split('\n')).toHaveLength(4);
      expect(ended.err).not.toMatch(/\n\s+at /u);
    }));

  it('says one sentence for many feeds that fail alike', () =>
    inFolder(async (cwd) => {
      const outlines = [1, 2, 3].map(
        (n) => `<outline type="rss" text="Feed ${n}" xmlUrl="http://127.0.0.1:9/${n}"/>`,
      );
      await writeFile(
        join(cwd, 'feeds.opml'),
        `<opml version="2.0"><body>${outlines.join('')}</body></opml>`,
      );
      const ended = await pactwire(['once', '--opml', 'feeds.opml', '--json'], { cwd });
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(/^Feed \d: .*\(and alike: Feed \d, Feed \d\)\n$/u);
    }));
});

describe('once in the terminal', () => {
  it('prints the posts, then a line of figures', () =>
    inFolder(async (cwd) => {
      const url = publisher.publish('/a', 'The Circuit Post', [{ ...partnership, date: new Date() }]);
      const ended = await pactwire(['once', '--feed', url], { cwd });
      expect(ended.out).toContain(partnership.title);
      expect(ended.out).toContain(partnership.link);
      expect(ended.err).toBe('1 feeds read (0 unchanged, 0 failed), 1 new articles, 1 stories told.\n');
    }));
});

describe('wrong usage', () => {
  it.each([
    [
      'an address that is none',
      ['once', '--feed', 'not an address'],
      /--feed not an address is no address: write it like https:/u,
    ],
    [
      'an OPML file that is not there',
      ['once', '--opml', 'none.opml'],
      /--opml none\.opml cannot be read \(ENOENT\)/u,
    ],
    ['an unknown option', ['once', '--jsno'], /Unknown option '--jsno'/u],
    ['an unknown subcommand', ['dance'], /^Usage: npm run -s pactwire -- <subcommand>/u],
    ['no subcommand', [], /^Usage: npm run -s pactwire -- <subcommand>/u],
    ['no file to parse', ['parse'], /^parse needs at least one file/u],
    ['no verb for opml', ['opml'], /^opml wants "import FILE"/u],
    ['one fold', ['eval', 'x.jsonl', '--folds', '1'], /^eval wants a JSONL file/u],
  ])('%s is said in a sentence', (_name, args, sentence) =>
    inFolder(async (cwd) => {
      const ended = await pactwire(args, { cwd });
      expect(ended.code).toBe(2);
      expect(ended.err).toMatch(sentence);
    }),
  );

  it('a wrong setting stops the start with the corrected example', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, '.env'), 'POLL_INTERVALL=30m\n');
      const ended = await pactwire(['start'], { cwd, env: { STORE_URL: 'postgress' } });
      expect(ended.code).toBe(2);
      expect(ended.err).toBe(
        'POLL_INTERVALL is not a setting: did you mean POLL_INTERVAL=30m?\nSTORE_URL must start with sqlite:, redis:// or postgres://, or be memory:: for example STORE_URL=sqlite:./data/pactwire.db\n',
      );
    }));
});
