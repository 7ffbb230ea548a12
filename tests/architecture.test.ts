import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom, most particular room first. `may` lists prefixes of our own modules; a folder always may
 * import itself. README's map of the house explains the rooms.
 */
const rules: readonly { readonly room: string; readonly may: readonly string[] | 'everything' }[] = [
  { room: 'src/manner.ts', may: [] },
  { room: 'src/model.ts', may: ['src/manner.ts', 'src/words/sentence.ts'] },
  { room: 'src/place.ts', may: ['src/model.ts'] },
  { room: 'src/find.ts', may: ['src/command.ts'] },
  { room: 'src/noteInWords.ts', may: ['src/model.ts', 'src/words/'] },
  { room: 'src/pace.ts', may: ['src/model.ts'] },
  { room: 'src/delivery.ts', may: ['src/model.ts', 'src/words/sentence.ts'] },
  { room: 'src/message.ts', may: [] },
  { room: 'src/secret.ts', may: [] },
  { room: 'src/diagnosis.ts', may: [] },
  { room: 'src/kindColours.ts', may: ['src/model.ts'] },
  { room: 'src/storyWords.ts', may: ['src/model.ts'] },
  { room: 'src/log.ts', may: [] },
  { room: 'src/config.ts', may: ['src/config/', 'src/secret.ts'] },
  { room: 'src/config/', may: ['src/secret.ts'] },
  { room: 'src/readConfig.ts', may: ['src/config.ts'] },
  { room: 'src/words/', may: ['src/message.ts'] },
  { room: 'src/press.ts', may: ['src/command.ts'] },
  {
    room: 'src/command.ts',
    may: [
      'src/delivery.ts',
      'src/message.ts',
      'src/model.ts',
      'src/place.ts',
      'src/press.ts',
      'src/stories/archive.ts',
      'src/stories/queries.ts',
      'src/vote.ts',
      'src/words/',
    ],
  },
  {
    room: 'src/answers/',
    may: [
      'src/command.ts',
      'src/manner.ts',
      'src/message.ts',
      'src/model.ts',
      'src/place.ts',
      'src/stories/primarySource.ts',
      'src/wordFilter.ts',
      'src/words/',
    ],
  },
  { room: 'src/wordFilter.ts', may: [] },
  { room: 'src/vote.ts', may: ['src/model.ts'] },
  { room: 'src/allowance.ts', may: [] },
  { room: 'src/arguments.ts', may: ['src/command.ts', 'src/words/'] },
  {
    room: 'commands/',
    may: [
      'src/answers/',
      'src/command.ts',
      'src/manner.ts',
      'src/message.ts',
      'src/model.ts',
      'src/place.ts',
      'src/stories/queries.ts',
      'src/vote.ts',
      'src/words/',
    ],
  },
  { room: 'feeds/', may: [] },
  { room: 'src/detect/', may: ['src/model.ts', 'src/message.ts'] },
  {
    room: 'src/pipeline/',
    may: [
      'src/delivery.ts',
      'src/kindColours.ts',
      'src/manner.ts',
      'src/message.ts',
      'src/model.ts',
      'src/noteInWords.ts',
      'src/pace.ts',
      'src/stories/primarySource.ts',
      'src/text/',
      'src/wordFilter.ts',
      'src/words/',
    ],
  },
  { room: 'src/text/', may: [] },
  { room: 'src/languageModel/', may: ['src/secret.ts'] },
  {
    room: 'src/platforms/platform.ts',
    may: [
      'src/command.ts',
      'src/log.ts',
      'src/message.ts',
      'src/model.ts',
      'src/pace.ts',
      'src/press.ts',
      'src/words/',
    ],
  },
  ...['console', 'discord', 'telegram'].map((platform) => ({
    room: `src/platforms/${platform}/`,
    may: [
      'src/command.ts',
      'src/diagnosis.ts',
      'src/find.ts',
      'src/log.ts',
      'src/message.ts',
      'src/model.ts',
      'src/pace.ts',
      'src/place.ts',
      'src/platforms/platform.ts',
      'src/press.ts',
      'src/words/',
    ],
  })),
  { room: 'src/optional.ts', may: [] },
  { room: 'src/store/', may: ['src/model.ts', 'src/optional.ts'] },
  { room: 'src/queue/', may: ['src/model.ts', 'src/optional.ts', 'src/store/store.ts'] },
  { room: 'src/stories/', may: ['src/kindColours.ts', 'src/model.ts', 'src/storyWords.ts'] },
  {
    room: 'src/web/',
    may: [
      'src/jobs/house.ts',
      'src/kindColours.ts',
      'src/log.ts',
      'src/memory.ts',
      'src/model.ts',
      'src/noteInWords.ts',
      'src/pictureWords.ts',
      'src/secret.ts',
      'src/stories/',
      'src/storyWords.ts',
      'src/words/',
    ],
  },
  { room: 'src/demo/', may: [] },
  { room: 'src/main.ts', may: ['src/cli/'] },
  { room: 'src/', may: 'everything' },
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ['src/**/*.ts', 'commands/**/*.ts', 'feeds/*.ts'].flatMap((pattern) => globSync(pattern));
const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)].map(([, path = '']) => ({
    from,
    to: normalize(join(dirname(from), path)),
  })),
);

/** A stage is `src/pipeline/<stage>.ts`, a folder of that name, or both; it must not know its neighbours. */
const stageOf = (file: string): string | undefined => /^src\/pipeline\/(\w+)/u.exec(file)?.[1];

function allowed({ from, to }: Import): boolean {
  const rule = rules.find(({ room }) => from.startsWith(room));
  if (!rule) return false;
  if (rule.may === 'everything') return true;
  const stage = stageOf(from);
  const sameRoom =
    stage === undefined ? rule.room.endsWith('/') && to.startsWith(rule.room) : stageOf(to) === stage;
  return sameRoom || rule.may.some((prefix) => to.startsWith(prefix));
}

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(80);
  });

  it('lets every room import only what the table says', () => {
    expect(imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps the process and its environment at the door', () => {
    const touching = files.filter((file) =>
      /\bprocess\.(argv|cpuUsage|cwd|env|exit|kill|on|once|resourceUsage|std)/u.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(touching).toEqual(['src/main.ts']);
  });

  it('has no rooms for odds and ends', () => {
    expect(files.filter((file) => /(util|helper|manager|service)s?\.ts$/u.test(file))).toEqual([]);
  });

  it('has no file past 250 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
