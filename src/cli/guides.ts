/** What `pactwire <subcommand> --help` says besides how to call it: what for, and calls to copy. */
export interface Guide {
  readonly about: string;
  readonly examples: readonly string[];
}

export const guides: Readonly<Record<string, Guide>> = {
  start: {
    about:
      'Runs the bot until Ctrl+C: polls the feeds, posts new partnerships, answers commands. Settings come from the environment and .env.',
    examples: ['npm start', 'PACKS=tech-en,tech-ja npm start'],
  },
  once: {
    about:
      'Reads the feeds that are due once, or those you name, posts what is new and ends. For cron, and for a look at a feed.',
    examples: [
      'npm run -s pactwire -- once',
      'npm run -s pactwire -- once --feed https://example.org/feed.xml --json',
      'npm run -s pactwire -- once --opml feeds/tech-en.opml',
    ],
  },
  demo: {
    about: 'Serves the sample feeds that come along on loopback and tells their stories here. Keeps nothing.',
    examples: ['npm run demo'],
  },
  parse: {
    about: 'What the parser makes of feed documents: RSS, Atom, RDF or JSON Feed, in any charset.',
    examples: [
      'npm run -s pactwire -- parse feed.xml',
      'curl -s https://example.org/feed.xml > feed.xml && npm run -s pactwire -- parse feed.xml | jq .items',
    ],
  },
  detect: {
    about:
      'Reads {key, title, description?, language?} a line, writes {key, partnership, confidence, partners, kind, stage, evidence} a line.',
    examples: [
      `echo '{"key":"1","title":"Lumora teams up with Arctic Optics"}' | npm run -s pactwire -- detect`,
    ],
  },
  replay: {
    about:
      'Runs items through the whole pipeline in the order of their dates and writes the stories they become; --trust takes every item for a partnership.',
    examples: [
      'npm run -s pactwire -- replay < items.jsonl',
      'npm run -s pactwire -- replay --trust < items.jsonl',
    ],
  },
  eval: {
    about: 'How well detection does on items whose answers are known: precision, recall, F1, by language.',
    examples: [
      'npm run -s pactwire -- eval items.jsonl',
      'npm run -s pactwire -- eval items.jsonl --folds 5 --also others.jsonl',
    ],
  },
  train: {
    about: 'Learns the weights of detection from labelled items; the result is a file to review and commit.',
    examples: ['npm run -s pactwire -- train items.jsonl'],
  },
  why: {
    about:
      'Why an article is held for a partnership or not: score, partners, the sentence that decided, what spoke for and against. A link finds what a feed brought; anything else is judged as a title.',
    examples: [
      'npm run -s pactwire -- why "Northwind teams up with Leica"',
      'npm run -s pactwire -- why https://example.org/story',
    ],
  },
  doctor: {
    about:
      'Checks settings, tokens, permissions, store, queue, disk, clock, network and feed packs; exits with 1 when something is to be mended.',
    examples: [
      'npm run -s pactwire -- doctor',
      `npm run -s pactwire -- doctor --json | jq 'select(.is == "trouble")'`,
    ],
  },
  health: {
    about: 'Exits with 0 while the bot that shares this store is alive. The container asks it every minute.',
    examples: ['npm run -s pactwire -- health'],
  },
  export: {
    about:
      'Writes every story remembered, one a line, as JSON Lines or CSV. The bot may run meanwhile. CSV has lists in one cell, an entry a line.',
    examples: [
      'npm run -s pactwire -- export > stories.jsonl',
      'npm run -s pactwire -- export --format csv > stories.csv',
    ],
  },
  'export-feedback': {
    about:
      'Writes what readers and moderators said of stories as labelled items, to learn from and to measure by; with --groups the articles of stories that were found to be one, an article a line.',
    examples: [
      'npm run -s pactwire -- export-feedback > feedback.jsonl',
      'npm run -s pactwire -- export-feedback --groups > groups.jsonl',
    ],
  },
  backup: {
    about:
      'Writes all that is remembered, on whatever store, into one SQLite file, while the bot runs. The file is whole or not there; STORE_URL=sqlite:FILE goes back to it.',
    examples: ['npm run -s pactwire -- backup backups/pactwire-2026-05-01.db'],
  },
  'migrate-store': {
    about:
      'Copies everything from one store to another and compares it. May be broken off and begun anew. Stop the bot first, then start it with the new STORE_URL; --running rehearses beside a bot at work.',
    examples: [
      'npm run -s pactwire -- migrate-store sqlite:./data/pactwire.db redis://localhost:6379',
      'npm run -s pactwire -- migrate-store redis://localhost:6379 postgres://pactwire@localhost/pactwire',
    ],
  },
  opml: {
    about: 'Feeds in and out as OPML, which every feed reader writes and reads.',
    examples: [
      'npm run -s pactwire -- opml import my-feeds.opml',
      'npm run -s pactwire -- opml export > all-feeds.opml',
    ],
  },
};
