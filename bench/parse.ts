/**
 * How long reading a feed takes beside rss-parser on its own: `node bench/parse.ts`.
 * CPU time of this process per document, the median of several rounds in which both take turns.
 */
import RssParser from 'rss-parser';
import { articles } from '../src/pipeline/parse/articles.ts';
import { parse } from '../src/pipeline/parse/parse.ts';
import type { FeedId } from '../src/model.ts';
import { figure, asMs } from './figure.ts';
import { inEnglish } from '../src/words/sentence.ts';

interface Sample {
  readonly name: string;
  readonly items: number;
  /** Characters of body per item. */
  readonly body: number;
  readonly repeats: number;
}

const samples: readonly Sample[] = [
  { name: 'teasers', items: 30, body: 300, repeats: 100 },
  { name: 'whole articles', items: 30, body: 6000, repeats: 20 },
  { name: 'long articles', items: 300, body: 6000, repeats: 2 },
];
const rounds = 7;

async function cpuOf(work: () => Promise<void>, repeats: number): Promise<number> {
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function feedOf({ items, body }: Sample): string {
  const written = Array.from({ length: items }, (_, index) => itemOf(index, body)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Wire</title><atom:link href="https://wire.example/feed" rel="self" type="application/rss+xml"/>
<link>https://wire.example</link><description>News</description><language>en-US</language>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
${written}
</channel></rss>`;
}

const sentence =
  'Northwind and Contoso said on Tuesday that they will sell <a href="https://wire.example/x?a=1&amp;b=2">sensors</a> together, &#8220;for a start&#8221; in Europe. ';

function itemOf(index: number, body: number): string {
  const paragraphs = `<p>${sentence}</p>\n`.repeat(Math.ceil(body / sentence.length));
  const date = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toUTCString();
  return `<item><title>Company ${index} &amp; partner launch a service</title>
<link>https://wire.example/2026/01/story-${index}/?utm_source=rss</link><dc:creator><![CDATA[Kim Doe]]></dc:creator>
<pubDate>${date}</pubDate><category><![CDATA[Deals]]></category><category><![CDATA[Sensors]]></category>
<guid isPermaLink="false">https://wire.example/?p=${index}</guid>
<description><![CDATA[${sentence}]]></description>
<content:encoded><![CDATA[${paragraphs}]]></content:encoded></item>`;
}

for (const sample of samples) {
  const document = feedOf(sample);
  const bytes = new TextEncoder().encode(document);
  const source = { id: 'wire' as FeedId, title: 'Wire', url: 'https://wire.example/feed' };
  const ours = async () => {
    const parsed = await parse(bytes, { url: source.url });
    if (!parsed.ok) throw new Error(inEnglish(parsed.reason));
    articles(parsed.feed, source, 0);
  };
  const plain = async () => {
    await new RssParser().parseString(new TextDecoder().decode(bytes));
  };
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.plain.push(await cpuOf(plain, sample.repeats));
    times.ours.push(await cpuOf(ours, sample.repeats));
  }
  const [mine, theirs] = [median(times.ours), median(times.plain)];
  const kilobytes = (bytes.byteLength / 1024).toFixed(0);
  console.log(
    `${sample.name.padEnd(16)} ${kilobytes.padStart(5)} KB  ` +
      `pactwire ${mine.toFixed(2).padStart(7)} ms  rss-parser ${theirs.toFixed(2).padStart(7)} ms  ` +
      `×${(theirs / mine).toFixed(2)}`,
  );
  figure(`reading a feed of ${sample.items} ${sample.name}, ${kilobytes} KB`, asMs(mine), {
    instead: { of: 'rss-parser', value: asMs(theirs) },
  });
}
