import type { Command } from '../src/command.ts';
import { feeds } from './feeds.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe } from './unsubscribe.ts';

/** In the order in which /help lists them. */
export const commands: readonly Command[] = [latest, subscribe, unsubscribe, feeds, help];
