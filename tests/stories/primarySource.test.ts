import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primaryFirst } from '../../src/stories/primarySource.ts';
import { aSource } from '../story.ts';

const partners = ['Lumora', 'Arctic Optics Inc.', 'LQ', 'Azure'];
const press = 'https://circuit.example/lumora';
const primary = (...urls: readonly string[]): string | undefined =>
  primaryFirst({ partners, sources: urls.map((url) => aSource({ url })) })[0]?.url;

describe('the primary source', () => {
  it.each([
    ['the company itself', 'https://www.lumora.com/news/1'],
    ['its newsroom', 'https://newsroom.lumora.com/1'],
    ['its page in another country', 'https://lumora.co.jp/1'],
    ['its site by another name', 'https://press.aboutlumora.com/1'],
    ['its site with a hyphen', 'https://www.arctic-optics.com/1'],
    ['its own top-level domain', 'https://blog.lumora/1'],
    ['its room at a publisher of blogs', 'https://lumora.substack.example/p/1'],
    ['a company with a short name', 'https://news.lq.com/1'],
    ['the house behind a brand', 'https://news.microsoft.com/1'],
    ['a press-release wire', 'https://www.prnewswire.com/news-releases/1.html'],
    ['a wire in another country', 'https://prtimes.jp/main/html/rd/p/1.html'],
  ])('is %s, not the press that told it before', (_name, url) => {
    expect(primary(press, url)).toBe(url);
  });

  it.each([
    ['another paper', 'https://herald.example/1'],
    ['a paper that names the company in its path', 'https://herald.example/lumora.com/1'],
    ['a site whose name only contains the company', 'https://lumorarumours.example/1'],
    ['a site whose name contains a short name', 'https://lqnews.com/1'],
    ['a host that only ends like a wire', 'https://notprnewswire.com/1'],
    ['whoever passes it on', 'https://news.google.com/rss/articles/1'],
    ['an address that leads nowhere', ''],
  ])('is not %s, but who told it first', (_name, url) => {
    expect(primary(press, url)).toBe(press);
  });

  it('is a partner before a wire, a wire before the press, and the press before who passes it on', () => {
    const [own, wire, reteller] = [
      'https://lumora.com/1',
      'https://www.prweb.com/1',
      'https://www.msn.com/1',
    ];
    expect(primary(reteller, press, wire, own)).toBe(own);
    expect(primary(reteller, press, wire)).toBe(wire);
    expect(primary(reteller, press)).toBe(press);
    expect(primary('', reteller)).toBe(reteller);
  });

  it('only comes to the front: the others stay as they were, whatever their addresses', () => {
    const address = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(press, 'https://lumora.com/2'));
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 6 }), (urls) => {
        const sources = urls.map((url, n) => aSource({ url, outlet: `${n}` }));
        const [first, ...rest] = primaryFirst({ partners, sources });
        expect(rest).toEqual(sources.filter((one) => one !== first));
      }),
    );
  });
});
