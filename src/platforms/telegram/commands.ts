import type { BotCommand, BotCommandScope } from 'telegraf/types';
import type { Command } from '../../command.ts';
import type { Log } from '../../log.ts';
import type { Api, CallLimits } from './api.ts';

export interface Menu {
  readonly scope: BotCommandScope;
  readonly commands: readonly BotCommand[];
}

/** Who is shown what: readers what is for everyone, administrators and people in private chats everything. */
export function menus(commands: readonly Command[]): readonly Menu[] {
  const everyone = commands.filter(({ access }) => access === 'everyone').map(entry);
  const all = commands.map(entry);
  return [
    { scope: { type: 'default' }, commands: everyone },
    { scope: { type: 'all_private_chats' }, commands: all },
    { scope: { type: 'all_chat_administrators' }, commands: all },
  ];
}

const entry = ({ name, description }: Command): BotCommand => ({ command: name, description });

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
  for (const { scope, commands: wanted } of menus(commands)) {
    const shown = await api.call('getMyCommands', { scope }, limits);
    if (shown.ok && isSameMenu(shown.result, wanted)) continue;
    const set = await api.call('setMyCommands', { scope, commands: wanted }, limits);
    if (!set.ok) log.warn({ scope: scope.type, failure: set.failure }, 'Telegram does not show the commands');
  }
}
