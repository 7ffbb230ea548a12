import type { Command } from '../src/command.ts';
import { alias } from './settings/alias.ts';
import { chat } from './settings/chat.ts';

export const settings: Command = {
  ...chat,
  name: 'settings',
  description: 'Set language, time zone and company aliases of this chat',
  subcommands: [chat, alias],
};
