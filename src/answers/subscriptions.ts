import type { Call, Newsroom } from '../command.ts';
import { type Block, type Spans, span } from '../message.ts';
import type { Subscription } from '../model.ts';
import type { Words } from '../words/words.ts';
import { fieldNames, fields } from './fields.ts';

/** What decides which stories pass; the rest is how they come. */
const filters = ['companies', 'words', 'kinds', 'stages', 'languages', 'packs'] as const;

export const isEverything = (subscription: Subscription): boolean =>
  filters.every((name) => fields[name].written(subscription) === '');

/** One line: for whom or what. */
export function gist(subscription: Subscription, words: Words): string {
  const parts = filters.flatMap((name) => fields[name].shown(subscription, words) ?? []);
  return parts.length === 0 ? words.say('subscription.everything') : parts.join(' · ');
}

/** All that is set, a line each. */
export function details(subscription: Subscription, words: Words): Block {
  const items = fieldNames.flatMap((name): readonly Spans[] => {
    const shown = fields[name].shown(subscription, words);
    return shown === undefined
      ? []
      : [words.spans('list.named', { name: span(words.say(`field.${name}`), { bold: true }), what: shown })];
  });
  return { is: 'list', items };
}

/** The subscriptions that a caller is shown: of this chat, of its server, and those they made elsewhere. */
export const subscriptionsFor = async (call: Call, newsroom: Newsroom): Promise<readonly Subscription[]> =>
  (await newsroom.subscriptions())
    .filter(
      ({ to, server, by }) =>
        (to.platform === call.from.platform && to.chat === call.from.chat) ||
        (server !== undefined && server === call.server) ||
        (by === call.person && to.platform === call.from.platform),
    )
    .toSorted((a, b) => a.createdAt - b.createdAt);

/** Whether the caller decides for a subscription: rights in one chat say nothing about another. */
export async function mayChange(call: Call, { to, server }: Subscription): Promise<boolean> {
  const isHere = to.chat === call.from.chat || (server !== undefined && server === call.server);
  if (to.platform !== call.from.platform) return false;
  if (isHere) return call.isAdmin();
  return (await call.place?.(to.chat))?.isAdmin ?? false;
}
