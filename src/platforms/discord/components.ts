import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Action, cut, type Message } from '../../message.ts';
import { linkable } from './escape.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** https://docs.discord.com/developers/components/reference: rows, buttons a row, choices, and characters of each text. */
const limits = {
  rows: 5,
  buttons: 5,
  choices: 25,
  label: 80,
  placeholder: 150,
  choice: 100,
  url: 512,
} as const;

const looks = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** What can be pressed below a message; the same thing twice would be refused, so it is shown once. */
export function components({ actions = [], ask }: Message): Row[] {
  const shown = new Set<string>();
  const isNew = (action: Action): boolean => {
    const id = action.is === 'link' ? undefined : idOf(action);
    if (id === undefined) return true;
    if (shown.has(id)) return false;
    shown.add(id);
    return true;
  };
  const wanted = [...actions, ...(ask ? [[{ is: 'button', look: 'main', ...ask } as const]] : [])];
  return wanted.flatMap((row) => rows(row.filter(isNew))).slice(0, limits.rows);
}

const idOf = (action: Exclude<Action, { is: 'link' }>): string =>
  action.is === 'button' ? action.press : (action.choices[0]?.press ?? '');

/** A menu fills a row of its own; buttons flow over into the next row. */
function rows(actions: readonly Action[]): Row[] {
  const buttons: APIComponentInMessageActionRow[] = [];
  const menus: Row[] = [];
  for (const action of actions) {
    const one = component(action);
    if (one?.type === ComponentType.Button) buttons.push(one);
    else if (one) menus.push({ type: ComponentType.ActionRow, components: [one] });
  }
  const full: Row[] = [];
  for (let at = 0; at < buttons.length; at += limits.buttons) {
    full.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + limits.buttons) });
  }
  return [...full, ...menus];
}

function component(action: Action): APIComponentInMessageActionRow | undefined {
  const label = cut(action.label, limits.label);
  switch (action.is) {
    case 'link': {
      const url = linkable(action.href);
      if (url === undefined || url.length > limits.url) return undefined;
      return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
    }
    case 'button': {
      const style = action.look ? looks[action.look] : ButtonStyle.Secondary;
      return { type: ComponentType.Button, style, label, custom_id: action.press };
    }
    case 'menu':
      return action.choices.length === 0
        ? undefined
        : {
            type: ComponentType.StringSelect,
            custom_id: `menu${idOf(action)}`,
            placeholder: cut(action.label, limits.placeholder),
            options: action.choices
              .slice(0, limits.choices)
              .map((choice) => ({ label: cut(choice.label, limits.choice), value: choice.press })),
          };
  }
}
