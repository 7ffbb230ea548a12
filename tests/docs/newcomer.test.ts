import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inFolder } from '../cli/pactwire.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { type FeedServer, feedServer } from '../fakes/feedServer.ts';
import { sampleNews } from '../fakes/sampleNews.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';
import { checkout, follow } from './guide.ts';

const readme = readFileSync('README.md', 'utf8');
const section = (title: string): string => readme.split(`\n## ${title}`)[1]?.split('\n## ')[0] ?? '';
/** What a section tells its reader to type, in its order. */
const typed = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
const soon = { timeout: 20_000, interval: 50 };
/** Of util-linux: runs a command in a terminal of its own, since only there are questions asked. */
const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
if (!hasScript)
  console.warn(
    'SKIPPED: nobody follows README from a fresh checkout, for there is no "script" of util-linux to give them a terminal.',
  );

describe('README', () => {
  it('sets up in two commands, which are what CI runs on a fresh clone', () => {
    const [, commands = ''] = /```sh\n(.*?)```/su.exec(section('Try it')) ?? [];
    const lines = commands
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+#.*/u, ''));
    expect(lines).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    const ci = readFileSync('.ci/run', 'utf8');
    for (const command of new Set(lines.join(' && ').split(' && ')))
      expect(ci).toMatch(new RegExp(`^${command}\\b`, 'mu'));
  });
});

let publisher: FeedServer;
let discord: FakeDiscord;
let telegram: FakeTelegram;
let terminals: ChildProcess[] = [];
const [group, admin] = [-1001, 7];

beforeEach(async () => {
  [publisher, discord, telegram] = await Promise.all([feedServer(), fakeDiscord(), fakeTelegram()]);
  telegram.addChat(group, 'supergroup');
  telegram.setAdmin(group, admin);
});

// Closing a fake throws when the bot broke one of its platform's rules.
afterEach(async () => {
  for (const terminal of terminals) terminal.kill();
  terminals = [];
  await Promise.all([publisher.close(), discord.close(), telegram.close()]);
});

/** A command in a terminal: what it shows, and how to type into it. */
function inTerminal(command: string, cwd: string) {
  const child = spawn('script', ['-qec', `stty cols 120 rows 40; ${command}`, '/dev/null'], {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: cwd,
      // What stands in for the two platforms, the internet and a quarter of an hour; the rest is README's.
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_API_URL: telegram.apiUrl,
      FEEDS_ALLOW_PRIVATE: '127.0.0.0/8',
      POLL_INTERVAL: '1ms',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  terminals.push(child);
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += stripVTControlCharacters(text)));
  const ended = new Promise((settle) => child.once('close', settle));
  return {
    ended,
    type: (keys: string) => child.stdin.write(keys),
    shows: (what: RegExp) => vi.waitFor(() => expect(shown.slice(-2_000)).toMatch(what), soon),
  };
}

describe.skipIf(!hasScript)('somebody who has nothing but README', () => {
  it('gets from a fresh checkout to posts on both platforms', { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      checkout(folder);
      const feed = publisher.publish('/feed', 'The Circuit Post', [sampleNews.ordinary]);
      writeFileSync(
        join(folder, 'my-feeds.opml'),
        `<opml version="2.0"><body><outline type="rss" text="The Circuit Post" xmlUrl="${feed}"/></body></opml>`,
      );
      const adding = typed(section('Settings')).find((code) => code.includes('opml import')) ?? '';
      expect(follow({ is: 'run', command: adding }, folder)).toBeUndefined();

      const onDiscord = typed(section('Post to Discord'));
      const onTelegram = typed(section('Post to Telegram'));
      expect(onDiscord).toEqual(expect.arrayContaining(['npm start', '/subscribe']));
      expect(onTelegram).toEqual(expect.arrayContaining(['npm start', '/subscribe']));
      const first = inTerminal('npm start', folder);
      await first.shows(/Discord bot token/u);
      first.type(`${discord.token}\r`);
      await first.shows(/Telegram bot token/u);
      first.type(`${telegram.token}\r`);
      await first.shows(/Which news/u);
      // The packs' publishers are not asked in a test: all chosen, none chosen, on.
      first.type('aa\r');
      await first.shows(/https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/u);
      await first.shows(/Next: say \/subscribe/u);
      await first.shows(/listening on Discord/u);
      await first.shows(/listening on Telegram/u);
      await discord.interact({ name: 'subscribe', memberPermissions: 1n << 5n });
      await telegram.say({ chat: group, from: admin, text: '/subscribe' });
      first.type('\u0003');
      await first.ended;

      publisher.publish('/feed', 'The Circuit Post', [sampleNews.partnership, sampleNews.ordinary]);
      const second = inTerminal('npm start', folder);
      await vi.waitFor(() => {
        expect(JSON.stringify(discord.messages(discord.channels.text))).toContain(
          sampleNews.partnership.title,
        );
        expect(JSON.stringify(telegram.messages(group))).toContain(sampleNews.partnership.title);
      }, soon);
      second.type('\u0003');
      await second.ended;
    }),
  );
});
