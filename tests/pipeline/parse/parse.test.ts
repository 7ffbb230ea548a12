import { expect, test } from 'vitest';
import { parse } from '../../../src/pipeline/parse/parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('an RSS document gives its items', async () => {
  const document = `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>
    <item><title>A &amp; B team up</title><link>/a</link><guid isPermaLink="false">7</guid>
    <pubDate>Thu, 01 Jan 2026 12:00:00 +0100</pubDate><description>&lt;p&gt;Lead&lt;/p&gt;</description></item>
    </channel></rss>`;
  expect(await parse(bytes(document), {})).toMatchObject({
    ok: true,
    feed: {
      format: 'rss2',
      title: 'Wire',
      items: [
        {
          id: '7',
          url: 'https://wire.example/a',
          title: 'A & B team up',
          publishedAt: Date.UTC(2026, 0, 1, 11),
          summary: '<p>Lead</p>',
        },
      ],
    },
  });
});
