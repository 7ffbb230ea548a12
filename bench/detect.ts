/**
 * What noticing costs: `node bench/detect.ts [FILE]`, a JSONL file of items with title and description.
 * Start-up is the first article in English, every list and weight read; CPU time of this process.
 */
import { existsSync, readFileSync } from 'node:fs';
import { keywords } from './detect/keywords.ts';
import { asCount, figure, asMb, asMs } from './figure.ts';

interface Item {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
}

const rounds = 5;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const headlines = [
  [
    'Northwind teams up with Leica on a phone camera',
    'The companies will build it together over five years.',
  ],
  [
    'How to choose a laptop for the new school year',
    'Battery, screen and keyboard matter more than the chip.',
  ],
  [
    'Contoso raises $40 million to map the sea floor',
    'The round was led by Harbour Capital, a fund from Oslo.',
  ],
  [
    'Regulator fines Fabrikam over late security fixes',
    'The fine is the third one in two years, the agency said.',
  ],
] as const;

function items(file: string | undefined): Item[] {
  if (file === undefined)
    return Array.from({ length: 4_000 }, (_, at) => {
      const [title, text] = headlines[at % headlines.length] ?? headlines[0];
      return { title: `${title} (${at})`, text: text.repeat(4), language: 'en' };
    });
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { title: string; description?: string; language?: string })
    .map(({ title, description = '', language }) =>
      language === undefined ? { title, text: description } : { title, text: description, language },
    );
}

const heapBefore = process.memoryUsage().heapUsed;
const { detect } = await import('../src/detect/detect.ts');
const beforeFirst = cpuMs();
detect({ title: 'Northwind teams up with Leica', text: '', language: 'en' });
const startUp = cpuMs() - beforeFirst;
const read = items(process.argv[2]);
const speeds: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const before = cpuMs();
  for (const item of read) detect(item);
  speeds.push(read.length / ((cpuMs() - before) / 1000));
}
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed - heapBefore;
console.log(`${read.length} items, ${rounds} rounds`);
console.log(`start-up     ${startUp.toFixed(0)} ms`);
console.log(
  `items/s      ${Math.max(...speeds).toFixed(0)} best, ${speeds.toSorted((a, b) => a - b)[2]?.toFixed(0)} median`,
);
console.log(
  `memory       ${(heap / 2 ** 20).toFixed(0)} MiB of heap${globalThis.gc ? '' : ', garbage included (node --expose-gc tells them apart)'}`,
);

const before = cpuMs();
let hits = 0;
for (const { title, text } of read) hits += keywords.test(`${title} ${text}`) ? 1 : 0;
const keywordsSpeed = read.length / ((cpuMs() - before) / 1000);
console.log(`keywords     ${keywordsSpeed.toFixed(0)} items/s, ${hits} of ${read.length} match`);
figure('detection, articles a second', asCount(Math.max(...speeds)), {
  instead: { of: 'a pattern of keywords', value: asCount(keywordsSpeed) },
});
figure('… to judge the first', asMs(startUp));
figure('… memory', asMb(heap / 2 ** 20));
const labelled = '../shared/data/partnerships-dev.jsonl';
if (existsSync(labelled)) {
  const { quality } = await import('./detect/quality.ts');
  const found = await quality(labelled);
  figure('… partnership stories, F1 over labelled news, cross-validated', percent(found.ours), {
    instead: { of: 'a pattern of English keywords', value: percent(found.keywords) },
  });
} else console.log(`Quality is left out: ${labelled} is not there.`);
