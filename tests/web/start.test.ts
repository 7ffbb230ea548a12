import { setTimeout as sleep } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { memory } from '../../src/memory.ts';
import { openStore } from '../../src/store/openStore.ts';
import { inFolder } from '../cli/pactwire.ts';
import { aStory } from '../story.ts';

/** The bot without tokens, with a web room on a free port and one story in memory. */
const withBot = (look: (url: string) => Promise<void>): Promise<number | null> =>
  inFolder(async (cwd) => {
    const storeUrl = `sqlite:${join(cwd, 'pactwire.db')}`;
    const store = await openStore(storeUrl);
    await memory(store).stories.set('s1', aStory({ firstSeenAt: Date.now() }));
    await store.close();
    const child = spawn(process.execPath, [resolve('src/main.ts'), 'start'], {
      cwd,
      env: {
        PATH: process.env['PATH'],
        HTTP_PORT: '0',
        STORE_URL: storeUrl,
        PACKS: 'none',
        LOG_FORMAT: 'json',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((settle) => child.once('close', settle));
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    const url = () => /"url":"(http:\/\/127\.0\.0\.1:\d+)"/u.exec(log)?.[1];
    for (let waited = 0; waited < 400 && url() === undefined; waited += 1) await sleep(50);
    try {
      await look(url() ?? `the log names no address: ${log}`);
    } finally {
      child.kill('SIGTERM');
    }
    return ended;
  });

describe('npm start with HTTP_PORT', () => {
  it('opens the web room over what the bot remembers, and closes it with the bot', async () => {
    let address = '';
    const code = await withBot(async (url) => {
      address = url;
      const texts = await Promise.all(
        ['/readyz', '/', '/feed.json', '/metrics'].map(async (path) => (await fetch(url + path)).text()),
      );
      expect(texts[0]).toBe('{"ready":true}');
      expect(texts[1]).toContain('Lumora teams up with Arctic Optics');
      expect(texts[2]).toContain('Lumora teams up with Arctic Optics');
      expect(texts[3]).toContain('pactwire_stories 1\n');
    });
    expect(code).toBe(0);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });
});
