import { describe, expect, it } from 'vitest';
import { readable } from '../../../src/pipeline/summarize/readable.ts';

const first =
  'Phone maker Lumora and camera maker Arctic Optics said on Monday that they will build a camera together, in a partnership that runs for five years.';
const second =
  'The companies will share the cost of 40 million euros, half of it for a new lab in Oslo, where engineers of both will work from autumn on.';

const page = (article: string) => `<!doctype html><html><head><title>News</title>
  <script>document.write("<p>No news</p>")</script><style>p { color: red }</style></head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/phones">Phones</a></li></ul></nav>
  <main><article><h1>Lumora teams up</h1>${article}</article></main>
  <aside><p>Subscribe to our newsletter, it costs nothing and comes every morning.</p></aside>
  <footer><p>© 2026 The Circuit Post. All rights reserved.</p></footer></body></html>`;

describe('readable', () => {
  it('is the article, a paragraph a line, without what stands around it', () => {
    const html = page(`<p>${first}</p><figure><img src="a.jpg"><figcaption>A phone.</figcaption></figure>
      <p>${second}</p><p><a href="/more">Ten more phones that you should know</a></p>`);
    expect(readable(html)).toBe(`${first}\n${second}`);
  });

  it('reads lists, and paragraphs inside them once', () => {
    const html = page(`<p>${first}</p><ul><li><p>${second}</p></li></ul>`);
    expect(readable(html)).toBe(`${first}\n${second}`);
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'Lumora teams up with Arctic Optics.'],
    ['a broken tag', '<'],
    ['a wall', page('<p>Log in to read this article.</p>')],
    ['a page without text', '<html><body><div id="app"></div><script src="app.js"></script></body></html>'],
    ['tags that never end', '<div>'.repeat(2_000)],
  ])('is nothing for %s', (_name, html) => {
    expect(readable(html)).toBeUndefined();
  });
});
