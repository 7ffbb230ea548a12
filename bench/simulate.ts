/**
 * What many feeds and many destinations take, by the discrete-event model that `bench/scale.ts` checks:
 * `node bench/simulate.ts [--feeds 1000000] [--destinations 1000000] [--stories 40] [--interval 30] [--latency 300]`.
 * Times of one poll are those that `bench/scale.ts` measured on a 2-core virtual machine; give your own with
 * `--cpu`, `--redis-commands`, `--redis-us`.
 */
import { parseArgs } from 'node:util';
import { type House, simulate } from './scaling/model.ts';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '1000000' },
    destinations: { type: 'string', default: '1000000' },
    /** Stories a day that one destination gets. */
    stories: { type: 'string', default: '5' },
    /** Minutes between two polls of a feed. */
    interval: { type: 'string', default: '30' },
    /** Milliseconds until a publisher has answered. */
    latency: { type: 'string', default: '300' },
    cpu: { type: 'string', default: '1.8' },
    'redis-commands': { type: 'string', default: '3.5' },
    'redis-us': { type: 'string', default: '10' },
  },
});
const feeds = Number(values.feeds);
const destinations = Number(values.destinations);
const wanted = feeds / (Number(values.interval) * 60);
/** Enough polls to be past the beginning. */
const sample = 100_000;
const house: Omit<House, 'pollers' | 'cores'> = {
  fetches: 256,
  cpuMs: Number(values.cpu),
  latencyMs: Number(values.latency),
  redisCommands: Number(values['redis-commands']),
  redisMs: Number(values['redis-us']) / 1000,
  redisTripMs: 0.3,
};
const percent = (share: number): string => `${Math.round(share * 100)} %`;

console.log(
  `${feeds.toLocaleString('en')} feeds, each every ${values.interval} minutes: ${Math.round(wanted)} polls a second.\n`,
);
console.log(
  '| pollers, a core each | polls/s | feeds they keep up with | Redis busy | cores busy | fetches under way | bottleneck |',
);
console.log('|---|---|---|---|---|---|---|');
let enough: number | undefined;
for (const pollers of [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48]) {
  const outcome = simulate(sample, { ...house, pollers, cores: pollers });
  const { pollsPerSecond, busy, bottleneck } = outcome;
  if (enough === undefined && pollsPerSecond >= wanted) enough = pollers;
  const cells = [
    pollers,
    Math.round(pollsPerSecond),
    Math.round(pollsPerSecond * Number(values.interval) * 60).toLocaleString('en'),
    percent(busy.redis),
    percent(busy.processor),
    percent(busy.fetches),
    bottleneck,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
console.log(
  enough === undefined
    ? `\nNo number of pollers keeps up: Redis is one thread. Poll less often, or split the feeds over two houses.`
    : `\n${enough} pollers keep up; Redis then does ${Math.round(wanted * house.redisCommands).toLocaleString('en')} commands a second.`,
);

const posts = destinations * Number(values.stories);
console.log(
  `\n${destinations.toLocaleString('en')} destinations × ${values.stories} stories: ${posts.toLocaleString('en')} posts a day.\n`,
);
console.log('| platform | allowed | one story to all | all posts of a day |');
console.log('|---|---|---|---|');
for (const [platform, perSecond] of [
  ['Telegram', 30],
  ['Telegram, paid broadcasts', 1_000],
  ['Discord', 50],
] as const) {
  const hours = (count: number): string => `${(count / perSecond / 3600).toFixed(1)} h`;
  console.log(`| ${platform} | ${perSecond}/s a bot | ${hours(destinations)} | ${hours(posts)} |`);
}
console.log(
  '\nFor posts the platforms are the bottleneck, not Pactwire: beyond what fits a day, use digests, or more bots.',
);
