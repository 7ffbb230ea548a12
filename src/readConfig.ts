import { readFileSync } from 'node:fs';
import leven from 'leven';
import { type Config, type Setting, settings } from './config.ts';

export type Configured =
  | { readonly ok: true; readonly config: Config }
  /** One sentence a problem, each naming the setting and a corrected example. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const known: readonly Setting[] = Object.values(settings);
const prefixes = [
  'DISCORD_',
  'TELEGRAM_',
  'STORE_',
  'QUEUE_',
  'LLM_',
  'POLL_',
  'FETCH_',
  'FEEDS_',
  'HTTP_',
  'WEBHOOK_',
  'PACTWIRE_',
];

/**
 * Reads the settings. `env` is what the process was given, `file` what `.env` says (`env` wins). A secret may also
 * stand in a file of its own, as container platforms hand them out: `DISCORD_TOKEN_FILE=/run/secrets/discord`.
 * Names in `file` must all be ours; in `env`, which is full of others' names, only near misses are reported.
 */
export function readConfig(env: Env, file: Env = {}, open: Open = readText): Configured {
  const problems = [...unknownNames(env, file)];
  const values: Record<string, unknown> = {};
  // Compose files pass unset variables as empty strings.
  const said = (name: string): string | undefined => env[name]?.trim() || file[name]?.trim() || undefined;
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const inFile = setting.secret ? secretFile(setting, said, open) : undefined;
    if (inFile?.is === 'problem') problems.push(inFile.sentence);
    const text = inFile?.is === 'read' ? inFile.text : (said(setting.name) ?? setting.fallback);
    if (text === undefined || inFile?.is === 'problem') continue;
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(problemOf(setting, parsed.error.issues[0]?.message ?? 'cannot be read'));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: values as Config };
}

/** What is wrong, then what to do: the schema's own advice, or an example. */
const problemOf = ({ name, example }: Setting, says: string): string =>
  `${name} ${says}${says.includes(': ') ? '.' : `: for example ${name}=${example}`}`;

type Open = (path: string) => string;
const readText: Open = (path) => readFileSync(path, 'utf8');

const twin = ({ name }: Setting): string => `${name}_FILE`;

type FromFile =
  | { readonly is: 'read'; readonly text: string }
  | { readonly is: 'problem'; readonly sentence: string };

function secretFile(
  setting: Setting,
  said: (name: string) => string | undefined,
  open: Open,
): FromFile | undefined {
  const name = twin(setting);
  const path = said(name);
  if (path === undefined) return undefined;
  const problem = (sentence: string): FromFile => ({ is: 'problem', sentence });
  if (said(setting.name) !== undefined)
    return problem(`${setting.name} and ${name} are both set: remove one of them.`);
  try {
    const text = open(path).trim();
    return text === ''
      ? problem(`${name} names an empty file: write the value of ${setting.name} into ${path}.`)
      : { is: 'read', text };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return problem(
      `${name} names a file that cannot be read (${code}): put the secret at ${path}, readable for this user.`,
    );
  }
}

function* unknownNames(env: Env, file: Env): Generator<string> {
  const names = new Set(
    known.flatMap((setting) => [setting.name, ...(setting.secret ? [twin(setting)] : [])]),
  );
  for (const name of new Set([...Object.keys(env), ...Object.keys(file)])) {
    if (names.has(name)) continue;
    const near = known
      .map((setting) => ({ setting, distance: leven(name, setting.name, { maxDistance: 3 }) }))
      .filter(({ distance, setting }) => distance <= Math.min(2, setting.name.length / 4))
      .toSorted((a, b) => a.distance - b.distance)[0]?.setting;
    const ours = name in file || prefixes.some((prefix) => name.startsWith(prefix));
    if (near) yield `${name} is not a setting: did you mean ${near.name}=${near.example}?`;
    else if (ours) yield `${name} is not a setting: remove it, or see docs/settings.md for those there are.`;
  }
}
