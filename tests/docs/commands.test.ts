import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guides } from '../../src/cli/guides.ts';
import { inFolder, pactwire } from '../cli/pactwire.ts';
import manifest from '../../package.json' with { type: 'json' };

const pages = ['README.md', 'CONTRIBUTING.md', 'feeds/README.md', ...globSync('docs/*.md')].map(
  (file) => [file, readFileSync(file, 'utf8')] as const,
);

/** Calls of the command line as the docs and `--help` write them, without what they are piped into. */
const calls = [...pages.map(([, text]) => text), JSON.stringify(guides)].flatMap((text) =>
  [...text.matchAll(/npm run -s pactwire -- ([^`"|\n\\]+)/gu)].map(([, call = '']) => call.trim()),
);
const named = new Set(calls.map((call) => call.split(' ')[0] ?? ''));

describe('the docs', () => {
  it('call subcommands that exist', () => {
    expect([...named].filter((name) => !(name in guides) && name !== '--help')).toEqual([]);
  });

  it.each(pages)('%s runs npm scripts that exist', (_file, text) => {
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:]+)/gu)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it.each(pages)('%s calls the command line as it can be typed', (_file, text) => {
    const bare = [...text.matchAll(/(?:^|`)pactwire [\w-]+ [^`\n]+/gmu)].map(([call]) => call);
    expect(bare).toEqual([]);
  });

  it.each(pages)('%s links to files that exist', (file, text) => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, path = '']) => path);
    const missing = links.filter((path) => globSync(join(file, '..', path)).length === 0);
    expect(missing).toEqual([]);
  });
});

/** Every call that needs no network, as it is written, in a folder that has the files it names. */
const offline = [...new Set(calls)].filter(
  (call) => /^(?:parse|detect|replay|eval|opml)\b/u.test(call) && !/FILE|all-feeds/u.test(call),
);

describe('a call in the docs works as it is written', () => {
  const item = { key: '1', title: 'Lumora teams up with Arctic Optics', language: 'en' };
  const told = { ...item, feed: 'a', url: 'https://a.example/1', publishedAt: '2026-03-02T12:00:00Z' };
  const label = {
    ...told,
    sample: 'wild',
    label: 'yes',
    partners: ['Lumora', 'Arctic Optics'],
    kind: 'product',
    stage: 'announced',
  };

  it.each(offline)('%s', (call) =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'feed.xml'), readFileSync('feeds/demo/the-circuit-post.xml'));
      await writeFile(join(cwd, 'items.jsonl'), `${JSON.stringify(label)}\n`);
      await writeFile(join(cwd, 'others.jsonl'), `${JSON.stringify(label)}\n`);
      await writeFile(join(cwd, 'my-feeds.opml'), readFileSync('feeds/tech-ja.opml'));
      const [args = '', input] = call.split(' < ');
      const stdin = input === undefined ? JSON.stringify(told) : readFileSync(join(cwd, input), 'utf8');
      const { code, err } = await pactwire(args.trim().split(/\s+/u), { cwd, stdin });
      expect(err).toBe('');
      expect(code).toBe(0);
    }),
  );
});
