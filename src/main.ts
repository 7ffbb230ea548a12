import type { ExitCode, Io, Subcommand } from './cli/io.ts';

/** Subcommands by name; each is loaded only when it is called. */
const subcommands: Readonly<
  Record<string, { readonly usage: string; readonly load: () => Promise<Subcommand> }>
> = {
  start: {
    usage: 'start                                     run the bot',
    load: async () => (await import('./cli/start.ts')).start,
  },
  once: {
    usage: 'once [--opml F] [--feed URL …] [--json]   one round over the feeds, then out',
    load: async () => (await import('./cli/once.ts')).once,
  },
  demo: {
    usage: 'demo                                      sample feeds told in the terminal, no network needed',
    load: async () => (await import('./cli/demo.ts')).demo,
  },
  parse: {
    usage: 'parse FILE …                              feed documents → one JSON line per file',
    load: async () => (await import('./cli/parse.ts')).parseFiles,
  },
  detect: {
    usage: 'detect                                    JSONL items on stdin → JSONL findings',
    load: async () => (await import('./cli/detect.ts')).detectItems,
  },
  replay: {
    usage: 'replay [--trust]                          JSONL items on stdin → JSONL stories',
    load: async () => (await import('./cli/replay.ts')).replay,
  },
  eval: {
    usage: 'eval FILE … [--folds N] [--also FILE …]   how well detection does on labelled items',
    load: async () => (await import('./cli/eval.ts')).evaluateFile,
  },
  train: {
    usage: 'train FILE …                              learn the weights of detection from labelled items',
    load: async () => (await import('./cli/train.ts')).trainOnFiles,
  },
  doctor: {
    usage:
      'doctor [--json]                           checks settings, tokens, permissions, store, network; says how to mend',
    load: async () => (await import('./cli/doctor.ts')).doctor,
  },
  why: {
    usage: 'why LINK | TITLE                          what spoke for and against a partnership',
    load: async () => (await import('./cli/why.ts')).why,
  },
  health: {
    usage: 'health                                    whether the running bot is alive',
    load: async () => (await import('./cli/health.ts')).health,
  },
  export: {
    usage: 'export [--format csv|jsonl]               every story remembered, one a line',
    load: async () => (await import('./cli/export.ts')).exportStories,
  },
  'export-feedback': {
    usage: 'export-feedback [--groups]                what readers said of stories → labelled JSONL items',
    load: async () => (await import('./cli/exportFeedback.ts')).exportFeedback,
  },
  backup: {
    usage:
      'backup FILE                               all that is remembered into one file, while the bot runs',
    load: async () => (await import('./cli/backup.ts')).backup,
  },
  'migrate-store': {
    usage:
      'migrate-store FROM TO [--running]         everything from one store to another, compared at the end',
    load: async () => (await import('./cli/migrateStore.ts')).migrateStore,
  },
  opml: {
    usage: 'opml import [FILE] | opml export          add feeds, or write all of them',
    load: async () => (await import('./cli/opml.ts')).opml,
  },
};

const usage = `Usage: npm run -s pactwire -- <subcommand>   (in the container: node src/main.ts <subcommand>)\n${Object.values(
  subcommands,
)
  .map((one) => `  ${one.usage}`)
  .join('\n')}\n\n"<subcommand> --help" tells more and gives examples.\n`;

async function run(argv: readonly string[]): Promise<ExitCode> {
  const [name = '', ...args] = argv;
  const subcommand = subcommands[name];
  if (!subcommand) {
    const asked = ['help', '--help', '-h'].includes(name);
    (asked ? process.stdout : process.stderr).write(usage);
    return asked ? 0 : 2;
  }
  if (args.includes('--help')) {
    const { guides } = await import('./cli/guides.ts');
    const { about, examples } = guides[name] ?? { about: '', examples: [] };
    process.stdout.write(
      `pactwire ${subcommand.usage.replaceAll(/ {2,}/gu, '   ')}\n\n${about}\n\nExamples:\n${examples.map((one) => `  ${one}\n`).join('')}`,
    );
    return 0;
  }
  return (await subcommand.load())(io(args));
}

const io = (args: readonly string[]): Io => ({
  args,
  env: process.env,
  stdin: process.stdin,
  out: (text) =>
    new Promise((resolve) =>
      process.stdout.write(text) ? resolve() : process.stdout.once('drain', resolve),
    ),
  err: (sentence) => void process.stderr.write(`${sentence}\n`),
  ...(process.stderr.isTTY ? { progress: (text: string) => void process.stderr.write(text) } : {}),
  ...(process.stdin.isTTY && process.stdout.isTTY
    ? { person: { input: process.stdin, output: process.stdout } }
    : {}),
  terminal: () => ({
    columns: process.stdout.columns ?? 80,
    styled: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  }),
  usage() {
    const { user, system } = process.cpuUsage();
    return {
      cpuMs: (user + system) / 1_000,
      mb: process.memoryUsage.rss() / 2 ** 20,
      peakMb: process.resourceUsage().maxRSS / 1_024,
    };
  },
  collect: () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
});

// A reader that has seen enough (| head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const misused =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.exitCode = misused ? 2 : 1;
}
