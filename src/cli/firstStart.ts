import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { packs } from '../../feeds/index.ts';
import { type Setting, settings } from '../config.ts';
import type { Io } from './io.ts';

const asked: readonly Setting[] = [settings.discordToken, settings.telegramToken, settings.packs];

/** Nothing of what we ask has been set up yet, and there is somebody to ask. */
export const isFirstStart = ({ person, env }: Io): boolean =>
  person !== undefined &&
  !existsSync('.env') &&
  asked.every(({ name }) => !env[name] && !env[`${name}_FILE`]);

/** Three questions, whose answers become `.env`; false when the person would rather not answer. */
export async function firstStart(person: NonNullable<Io['person']>): Promise<boolean> {
  const { cancel, intro, isCancel, multiselect, outro, password } = await import('@clack/prompts');
  const on = { input: person.input, output: person.output };
  const lines: string[] = [];
  intro('Pactwire has no settings yet. Three questions; Enter skips one.', on);
  for (const { setting, question } of tokens) {
    const token = await password({
      ...on,
      message: question,
      validate: (text) => problem(setting, text),
    });
    if (isCancel(token)) return stopped();
    if (token) lines.push(`${setting.name}=${token.trim()}`);
  }
  const chosen = await multiselect({
    ...on,
    message: 'Which news should I read? (Space chooses, Enter goes on)',
    options: packs.map(({ name, title }) => ({ value: name, label: title, hint: name })),
    initialValues: (settings.packs.fallback ?? '').split(','),
    required: false,
  });
  if (isCancel(chosen)) return stopped();
  lines.push(`PACKS=${chosen.join(',') || 'none'}`);
  // Tokens are nobody else's business.
  await writeFile('.env', `${preface}${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  outro('Written to .env, where you can change it. Starting; Ctrl+C ends.', on);
  return true;

  function stopped(): false {
    cancel('Nothing was written.', on);
    return false;
  }
}

const preface = '# Written at the first start. .env.example lists everything else that can be set.\n';

const tokens = [
  {
    setting: settings.discordToken,
    question:
      'Discord bot token (https://discord.com/developers/applications → New Application → Bot → Reset Token), or Enter for none',
  },
  {
    setting: settings.telegramToken,
    question: 'Telegram bot token (https://t.me/BotFather → /newbot), or Enter for none',
  },
] as const;

function problem({ schema, name }: Setting, text: string | undefined): string | undefined {
  if (!text?.trim()) return undefined;
  const parsed = schema.safeParse(text.trim());
  return parsed.success ? undefined : `${name} ${parsed.error.issues[0]?.message}`;
}
