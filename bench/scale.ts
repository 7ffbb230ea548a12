/**
 * What more pollers bring, beside what the model in `scaling/model.ts` predicts from the one-poller figures:
 * `node bench/scale.ts [feeds]` (400 unless told). Needs `redis-server`. Few fetches at once, so that publishers, not
 * the cores that all share here, are what is waited for.
 */
import { availableParallelism } from 'node:os';
import { figure, asMs, asTimes } from './figure.ts';
import { measure } from './scaling/measure.ts';
import { simulate } from './scaling/model.ts';

const feeds = Number(process.argv[2] ?? 400);
const fetches = 2;
const latencyMs = 21;

const measured = await measure(feeds, fetches, [1, 2, 3, 4]);
const [one] = measured;
if (!one) throw new Error('Nothing was measured.');
console.log(
  '| pollers | round | polls/s | × one | predicted polls/s | predicted × one | CPU a poll | Redis commands a poll |',
);
console.log('|---|---|---|---|---|---|---|---|');
const predict = (pollers: number) =>
  simulate(feeds, { ...one, pollers, fetches, latencyMs, cores: availableParallelism() }).pollsPerSecond;
for (const { pollers, seconds, cpuMs, redisCommands } of measured) {
  const cells = [
    pollers,
    `${seconds.toFixed(2)} s`,
    Math.round(feeds / seconds),
    (one.seconds / seconds).toFixed(2),
    Math.round(predict(pollers)),
    (predict(pollers) / predict(1)).toFixed(2),
    `${cpuMs.toFixed(2)} ms`,
    redisCommands.toFixed(1),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
console.log(
  `\nRedis: ${(one.redisMs * 1000).toFixed(0)} µs of its time a command, ${one.redisTripMs.toFixed(2)} ms a round trip.`,
);
for (const { pollers, seconds, redisCommands } of measured) {
  if (pollers === 1) {
    figure('a warm poll of a poller on Redis, processor time', asMs(one.cpuMs));
    figure('… commands to Redis', redisCommands.toFixed(1), { bar: '≤ 6' });
  } else
    figure(`${pollers} pollers, of one's speed`, asTimes(one.seconds / seconds), {
      ...(pollers === 3 && { bar: '≥ × 2.4' }),
      instead: { of: 'as simulated', value: asTimes(predict(pollers) / predict(1)) },
    });
}
const three = measured.find(({ pollers }) => pollers === 3);
const broken = [
  one.redisCommands <= 6 || 'more than 6 commands to Redis a poll',
  (three !== undefined && one.seconds / three.seconds >= 2.4) ||
    'three pollers are not 2.4 times as fast as one',
].filter((each) => each !== true);
for (const sentence of broken) console.error(sentence);
process.exitCode = broken.length > 0 ? 1 : 0;
