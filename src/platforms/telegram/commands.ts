import type { BotCommand, BotCommandScope } from 'telegraf/types';
import type { Command } from '../../command.ts';
import type { Log } from '../../log.ts';
import { descriptionIn } from '../../words/describe.ts';
import { type Spoken, spoken } from '../../words/words.ts';
import type { Api, CallLimits } from './api.ts';

export interface Menu {
  readonly scope: BotCommandScope;
  /** A language of people's clients; all others when absent. */
  readonly language?: Spoken;
  readonly commands: readonly BotCommand[];
}

/** Who is shown what: readers what is for everyone, administrators and people in private chats everything. */
export function menus(commands: readonly Command[]): readonly Menu[] {
  const shown = commands.filter(({ hidden }) => !hidden);
  const isTranslated = (language: Spoken): boolean =>
    shown.some(({ name }) => descriptionIn(language, name) !== undefined);
  return [undefined, ...spoken.filter(isTranslated)].flatMap((language) => {
    const everyone = shown.filter(isForEveryone).map((one) => entry(one, language));
    const all = shown.map((one) => entry(one, language));
    const shared = language === undefined ? {} : { language };
    return [
      { scope: { type: 'default' }, commands: everyone, ...shared },
      { scope: { type: 'all_private_chats' }, commands: all, ...shared },
      { scope: { type: 'all_chat_administrators' }, commands: all, ...shared },
    ] satisfies readonly Menu[];
  });
}

const isForEveryone = ({ access, subcommands = [] }: Command): boolean =>
  access === 'everyone' || subcommands.some((one) => one.access === 'everyone');

const entry = ({ name, description }: Command, language: Spoken | undefined): BotCommand => ({
  command: name,
  description: (language && descriptionIn(language, name)) ?? description,
});

export const isSameMenu = (one: readonly BotCommand[], other: readonly BotCommand[]): boolean =>
  one.length === other.length &&
  one.every(
    ({ command, description }, at) =>
      command === other[at]?.command && description === other[at]?.description,
  );

/** Shows the commands in Telegram's menus, where they differ from what is shown; without menus the bot works as well. */
export async function register(
  api: Api,
  commands: readonly Command[],
  limits: CallLimits,
  log: Log,
): Promise<void> {
  for (const { scope, commands: wanted, language } of menus(commands)) {
    const which = { scope, ...(language === undefined ? {} : { language_code: language }) };
    const shown = await api.call('getMyCommands', which, limits);
    if (shown.ok && isSameMenu(shown.result, wanted)) continue;
    const set = await api.call('setMyCommands', { ...which, commands: wanted }, limits);
    if (!set.ok) log.warn({ scope: scope.type, failure: set.failure }, 'Telegram does not show the commands');
  }
}
