import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../src/opml.ts';
import { inFolder, pactwire } from './pactwire.ts';

const mine = `<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="News"><outline type="rss" text="Circuit" xmlUrl="https://circuit.example/feed" htmlUrl="https://circuit.example/" language="en"/></outline>
  <outline type="rss" text="Old protocol" xmlUrl="gopher://old.example/feed"/>
</body></opml>`;

describe('opml', () => {
  it('imports what is a feed, says what is not, and exports both packs and own feeds', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'mine.opml'), mine);
      const imported = await pactwire(['opml', 'import', 'mine.opml'], { cwd });
      expect(imported).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^1 feed added: it is read from the next start on\./u),
      });
      expect(imported.err).toMatch(/^"gopher:\/\/old\.example\/feed" is left out/u);
      const exported = readOpml((await pactwire(['opml', 'export'], { cwd })).out);
      const feeds = exported.ok ? exported.feeds : [];
      expect(feeds.length).toBeGreaterThan(40);
      expect(feeds.at(-1)).toMatchObject({
        title: 'Circuit',
        url: 'https://circuit.example/feed',
        language: 'en',
      });
    }));

  it('refuses a document that is no OPML', async () => {
    const ended = await pactwire(['opml', 'import', '-'], {
      stdin: '<html></html>',
      env: { STORE_URL: 'memory:' },
    });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^-: this is not OPML/u);
  });
});
