import type { Command } from '../src/command.ts';
import { about } from './about.ts';
import { between } from './between.ts';
import { company } from './company.ts';
import { feedback } from './feedback.ts';
import { feeds } from './feeds.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { outbox } from './outbox.ts';
import { preview } from './preview.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { trending } from './trending.ts';
import { undo } from './undo.ts';
import { unsubscribe } from './unsubscribe.ts';
import { why } from './why.ts';

/** In the order in which /help lists them. */
export const commands: readonly Command[] = [
  latest,
  search,
  company,
  between,
  trending,
  why,
  subscribe,
  subscriptions,
  preview,
  unsubscribe,
  feeds,
  outbox,
  status,
  settings,
  help,
  about,
  start,
  undo,
  feedback,
];
