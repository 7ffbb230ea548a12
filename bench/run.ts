/**
 * Measures all that README claims: `npm run bench`, or some of it: `npm run bench poll detect`. Writes every word to
 * `bench/RESULTS.md`, and prints the table. One section that fails stops no other.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { mark } from './figure.ts';

interface Section {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly args: readonly string[];
}

const section = (name: string, title: string, file: string, ...args: string[]): Section => ({
  name,
  title,
  file,
  args,
});
const sections: readonly Section[] = [
  section('poll', 'A round over 1,000 feeds, beside a plain rss-parser loop', 'poll.ts', '1000'),
  section('poll-10000', 'A round over 10,000 feeds', 'poll.ts', '10000', '--alone'),
  section('parse', 'Reading a feed, beside rss-parser', 'parse.ts'),
  section('detect', 'Detection, beside matching keywords', 'detect.ts'),
  section('stories', 'Grouping beside equal titles, and the archive beside MiniSearch', 'stories.ts'),
  section('delivery', 'Delivery', 'delivery.ts'),
  section('keep', 'Remembering, starting and resting', 'keep.ts'),
  section('web', 'The web room and pictures', 'web.ts'),
  section('scale', 'More pollers, beside what the simulator predicts', 'scale.ts'),
  section('simulate', 'A million feeds and destinations, simulated', 'simulate.ts'),
];
const longestMs = 15 * 60_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sections.some((one) => one.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no section ${unknown.join(', ')}: choose among ${sections.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const rows: string[] = [];
const report: string[] = [];
const broken: string[] = [];
for (const one of sections) {
  if (asked.length > 0 && !asked.includes(one.name)) continue;
  const started = performance.now();
  const { output, code } = await run(one);
  const seconds = Math.round((performance.now() - started) / 1_000);
  const lines = output.trimEnd().split('\n');
  rows.push(...lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length)));
  const said = lines
    .filter((line) => !line.startsWith(mark))
    .join('\n')
    .trim();
  report.push(
    `## ${one.title}\n\n${said.includes('|---') ? said : `\`\`\`\n${said}\n\`\`\``}\n\n${seconds} s, ${code === 0 ? 'within its bounds' : 'outside its bounds'}.\n`,
  );
  if (code !== 0) broken.push(one.name);
  await writeFile(
    resolve(import.meta.dirname, 'RESULTS.md'),
    `# What Pactwire costs\n\n${where()}\n\n${table()}\n\n${report.join('\n')}`,
  );
  process.stderr.write(`${one.name}: ${seconds} s${code === 0 ? '' : ', outside its bounds'}\n`);
}

console.log(`${where()}\n\n${table()}`);
if (broken.length > 0)
  console.error(`Outside their bounds: ${broken.join(', ')}; bench/RESULTS.md says how.`);
process.exitCode = broken.length > 0 ? 1 : 0;

function table(): string {
  return ['| what | Pactwire | we want | what else there is |', '|---|---|---|---|', ...rows].join('\n');
}

function where(): string {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}; load at the end ${loadavg()[0]?.toFixed(1)}.`;
}

async function run({ file, args }: Section): Promise<{ readonly output: string; readonly code: number }> {
  const path = resolve(import.meta.dirname, file);
  const child = spawn(process.execPath, ['--expose-gc', path, ...args], {
    cwd: resolve(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { output: `${out}\n${err}`, code: code ?? 1 };
}
