import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startBot } from '../bot.ts';
import { inFolder } from '../cli/pactwire.ts';
import { fakeDiscord } from '../fakes/discord/fakeDiscord.ts';
import { fakeTelegram } from '../fakes/telegram/fakeTelegram.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const [, command = '[]'] = /^CMD (\[.*\])$/mu.exec(dockerfile) ?? [];
const flags = (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));

/** The container's flags, with `folder` in the place of its data and this checkout in that of its program. */
const fence = (folder: string): readonly string[] => [
  ...flags.map((flag) => flag.replace('/app/data', join(folder, 'data')).replace('/app', resolve('.'))),
  `--allow-fs-read=${folder}`,
];

const soon = { timeout: 15_000, interval: 50 };

describe('the fence of the container', () => {
  it('is put up', () => expect(flags).toContain('--permission'));

  it('leaves the bot room to do its work on both platforms', () =>
    inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'data'));
      const [discord, telegram] = await Promise.all([fakeDiscord(), fakeTelegram()]);
      const bot = startBot({ cwd, discord, telegram, flags: fence(cwd) });
      await vi.waitFor(() => expect(discord.gateway.identified(), bot.log()).toBe(1), soon);
      await vi.waitFor(() => expect(telegram.polling, bot.log()).toBe(true), soon);
      const [answer] = await telegram.say({ chat: 5, from: 5, text: '/help' });
      expect(answer?.text).toContain('/subscribe');
      expect(await bot.stop(), bot.log()).toBe(0);
      expect(existsSync(join(cwd, 'data/pactwire.db'))).toBe(true);
      await Promise.all([discord.close(), telegram.close()]);
    }));

  it.each([
    ['read files of others', "fs.readFileSync('/etc/passwd')"],
    ['read the environment of another process', "fs.readFileSync('/proc/1/environ')"],
    ['change the program', "fs.writeFileSync('src/main.ts', '')"],
    ['start a program', "process.getBuiltinModule('child_process').spawnSync('true')"],
    ['start a worker', "new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true })"],
    ['load native code', 'process.dlopen({ exports: {} }, "x.node")'],
  ])('does not let a dependency %s', (_what, deed) =>
    inFolder(async (cwd) => {
      const script = `const fs = process.getBuiltinModule('fs'); ${deed}`;
      const { status, stderr } = spawnSync(process.execPath, [...fence(cwd), '-e', script], {
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stderr).toMatch(/ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED/u);
    }),
  );
});

describe('the container', () => {
  const stages = dockerfile.split(/^FROM /mu).slice(1);

  it('is built in two stages and runs as a user without rights', () => {
    expect(stages).toHaveLength(2);
    expect(stages[1]).toMatch(/^USER node$/mu);
    expect(stages[1]).toMatch(/^HEALTHCHECK /mu);
  });

  it('names the version of its base', () => {
    for (const stage of stages) expect(stage).toMatch(/^node:\d+\.\d+\.\d+-/u);
  });

  it('lets no package run a script while it is built', () => {
    expect(dockerfile).toContain('npm ci --omit=dev --ignore-scripts');
  });

  it('copies what exists, and all that the program imports', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \.\S*$/gmu)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(copied).toEqual(expect.arrayContaining(['src', 'commands', 'feeds']));
  });
});
