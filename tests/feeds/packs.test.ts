import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { packs } from '../../feeds/index.ts';
import { feedId } from '../../src/feedId.ts';

const read = (file: URL) => parseOpml(readFileSync(file, 'utf8'));
const outlines = (file: URL) => read(file).body?.outlines ?? [];

describe.each(packs)('the pack $name', ({ name, file, title, language }) => {
  it('lies in a file of its name and carries its title', () => {
    expect(basename(file.pathname)).toBe(`${name}.opml`);
    expect(read(file).head?.title).toBe(title);
  });

  it(`has at least ${name === 'tech-en' ? 40 : 10} feeds`, () => {
    expect(outlines(file).length).toBeGreaterThanOrEqual(name === 'tech-en' ? 40 : 10);
  });

  it.each(outlines(file).map((outline) => [outline.title ?? outline.xmlUrl ?? '?', outline] as const))(
    'lists %s completely',
    (_, outline) => {
      expect(outline).toMatchObject({ type: 'rss', title: expect.stringMatching(/\S/u), language });
      expect(outline.text).toBe(outline.title);
      expect(URL.parse(outline.xmlUrl ?? '')?.protocol).toBe('https:');
      expect(URL.parse(outline.htmlUrl ?? '')?.protocol).toBe('https:');
    },
  );
});

describe('the list of packs', () => {
  it('lists every OPML file of the folder, and no other', () => {
    const folder = new URL('../../feeds/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.opml'));
    expect(packs.map((pack) => basename(pack.file.pathname)).toSorted()).toEqual(files.toSorted());
  });

  it('has no feed twice', () => {
    const ids = packs.flatMap(({ file }) => outlines(file).map(({ xmlUrl }) => feedId(xmlUrl ?? '')));
    expect(ids.length - new Set(ids).size).toBe(0);
  });

  it('has no outlet under two names', () => {
    const titles = packs.flatMap(({ file }) => outlines(file).map((outline) => outline.title));
    expect(new Set(titles).size).toBe(titles.length);
  });
});
