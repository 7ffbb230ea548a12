import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup } from 'telegraf/types';
import { type Action, cut, type Message } from '../../message.ts';

/** Telegram gives no limits for labels; longer ones are cut by its clients, and so are prompts past 64 characters. */
const limits = { label: 64, prompt: 64 } as const;

/** What can be pressed below a message, or the prompt to reply to it; a message can have one of them. */
export function keyboard({ actions = [], ask }: Message): InlineKeyboardMarkup | ForceReply | undefined {
  const rows = actions.flatMap(rowsOf);
  if (ask && rows.length === 0) {
    // Shown to the one who is answered, not to the whole group.
    return { force_reply: true, selective: true, input_field_placeholder: cut(ask.label, limits.prompt) };
  }
  if (ask) rows.push([{ text: cut(ask.label, limits.label), callback_data: ask.press }]);
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

function rowsOf(row: readonly Action[]): InlineKeyboardButton[][] {
  const buttons = row.flatMap((action) => (action.is === 'menu' ? [] : (button(action) ?? [])));
  const menus = row.flatMap((action) => (action.is === 'menu' ? menuRows(action) : []));
  return buttons.length === 0 ? menus : [buttons, ...menus];
}

/** Telegram has no menus: the choices are buttons, two a row when they are short. */
function menuRows({ choices }: Extract<Action, { is: 'menu' }>): InlineKeyboardButton[][] {
  const buttons = choices.map(({ label, press }) => ({
    text: cut(label, limits.label),
    callback_data: press,
  }));
  const perRow = choices.every(({ label }) => label.length <= 20) ? 2 : 1;
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}

function button(action: Exclude<Action, { is: 'menu' }>): InlineKeyboardButton | undefined {
  const text = cut(action.label, limits.label);
  if (action.is === 'button') return { text, callback_data: action.press };
  return isReachable(action.href) ? { text, url: action.href } : undefined;
}

/** Telegram refuses the whole message over one button that leads nowhere. */
function isReachable(href: string): boolean {
  const url = URL.parse(href);
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname.includes('.');
}
