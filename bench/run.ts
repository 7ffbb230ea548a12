/** Runs every bench, one after the other, and prints what they found as Markdown: `npm run bench > bench.md`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const benches: readonly (readonly [title: string, file: string, ...args: string[]])[] = [
  ['A round over 1,000 feeds, beside a plain rss-parser loop', 'poll.ts', '1000'],
  ['A round over 10,000 feeds', 'poll.ts', '10000'],
  ['Parsing', 'parse.ts'],
  ['Detection', 'detect.ts'],
  ['Grouping and the archive', 'stories.ts'],
  ['Delivery', 'delivery.ts'],
  ['Remembering and resting', 'keep.ts'],
  ['The web room and pictures', 'web.ts'],
  ['More pollers', 'scale.ts'],
  ['A million feeds and destinations, simulated', 'simulate.ts'],
];

const chosen = new Set(process.argv.slice(2));
const outcomes: (readonly [title: string, seconds: number, code: number])[] = [];
console.log(
  `# What Pactwire costs\n\n${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ` +
    `${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}.\n`,
);
for (const [title, file, ...args] of benches) {
  const path = resolve(import.meta.dirname, file);
  if (!existsSync(path) || (chosen.size > 0 && !chosen.has(file))) continue;
  const started = performance.now();
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([
    text(child.stdout),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  const isTable = output.trimStart().includes('|---');
  console.log(`## ${title}\n\n${isTable ? output.trim() : `\`\`\`\n${output.trim()}\n\`\`\``}\n`);
  outcomes.push([title, (performance.now() - started) / 1000, code ?? 1]);
}
console.log('| bench | took | bounds |\n|---|---|---|');
for (const [title, seconds, code] of outcomes)
  console.log(`| ${title} | ${Math.round(seconds)} s | ${code === 0 ? 'held' : 'broken'} |`);
process.exitCode = outcomes.every(([, , code]) => code === 0) ? 0 : 1;
