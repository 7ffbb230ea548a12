import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figure, asMb, asMs } from './figure.ts';
import { archiveTimings } from './stories/archiveTimings.ts';
import { miniSearch } from './stories/miniSearch.ts';
import { placing } from './stories/placing.ts';
import {
  type Figures,
  figures,
  type Labelled,
  placed,
  placedByTitle,
  readLabelled,
  readLookAlikes,
} from './stories/grouping.ts';

/** Prints what docs/stories.md claims: `node bench/stories.ts [--events clusters.jsonl --look-alikes pairs.jsonl]`. */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '../shared/data/clusters-dev.jsonl' },
    'look-alikes': { type: 'string', default: '../shared/data/clusters-dev-lookalikes.jsonl' },
  },
});

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function row(name: string, { articles, precision, recall, f1, mixed, apart }: Figures): string {
  const pairs = Object.entries(apart).map(([kind, [some, all]]) => `${kind} ${some}/${all}`);
  return [
    name.padEnd(22),
    `${articles}`.padStart(5),
    ...[precision, recall, f1].map((share) => share.toFixed(3)),
    percent(mixed).padStart(6),
    pairs.join(', '),
  ].join('  ');
}

function grouping(events: string, pairs: string): void {
  if (!existsSync(events)) {
    console.log(`Grouping is left out: ${events} is not there (give --events and --look-alikes).`);
    return;
  }
  const labelled = readLabelled(events);
  const lookAlikes = existsSync(pairs) ? readLookAlikes(pairs) : [];
  const middle = Date.parse('2025-01-01');
  const parts: readonly (readonly [string, (one: Labelled) => boolean])[] = [
    ['all', () => true],
    ['before 2025', ({ article }) => article.publishedAt < middle],
    ['since 2025', ({ article }) => article.publishedAt >= middle],
  ];
  console.log('grouping                 n     P      R      F1    mixed   look-alike events apart');
  for (const [name, belongs] of parts) {
    const some = labelled.filter(belongs);
    if (some.length > 0) console.log(row(name, figures(some, placed(some), lookAlikes)));
  }
  const naive = figures(labelled, placedByTitle(labelled), lookAlikes);
  console.log(row('equal titles', naive));
  figure(
    'articles of one event in one story, B³ F1',
    figures(labelled, placed(labelled), lookAlikes).f1.toFixed(3),
    {
      instead: { of: 'equal titles', value: naive.f1.toFixed(3) },
    },
  );
}

function memory(count: number): void {
  const { loadMs, megabytes, timings } = archiveTimings(count);
  console.log(
    `\narchive of ${count} stories: loaded in ${loadMs.toFixed(0)} ms of processor time, ${megabytes.toFixed(0)} MB`,
  );
  console.log('question                        median      p99    worst  (ms)');
  for (const { question, medianMs, p99Ms, worstMs } of timings)
    console.log(
      question.padEnd(30) + [medianMs, p99Ms, worstMs].map((took) => took.toFixed(2).padStart(9)).join(''),
    );
  const other = miniSearch(count);
  const of = 'MiniSearch';
  const median = (question: string): string =>
    asMs(timings.find((one) => one.question === question)?.medianMs ?? Number.NaN);
  figure(`archive of ${count.toLocaleString('en')} stories, to load`, asMs(loadMs), {
    instead: { of, value: asMs(other.loadMs) },
  });
  figure('… memory', asMb(megabytes), { instead: { of, value: asMb(other.megabytes) } });
  figure('… search for two words', median('search for two words'), {
    instead: { of, value: asMs(other.twoWordsMs) },
  });
  figure('… search for a misspelt word', median('search misspelt'), {
    instead: { of, value: asMs(other.misspeltMs) },
  });
}

grouping(values.events, values['look-alikes']);
console.log('\nplacing an article            median      p99  (ms)');
for (const remembered of [1_000, 100_000]) {
  const { medianMs, p99Ms } = placing(remembered);
  const name = `among ${remembered} open stories`.padEnd(28);
  console.log(name + [medianMs, p99Ms].map((took) => took.toFixed(2).padStart(9)).join(''));
  figure(`placing an article among ${remembered.toLocaleString('en')} open stories`, asMs(medianMs));
}
memory(100_000);
