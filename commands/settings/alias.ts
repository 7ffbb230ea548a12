import { undoButton } from '../../src/answers/undo.ts';
import type { ChatSettings, Command, Context } from '../../src/command.ts';
import { type Message, sentence, span, type Spans } from '../../src/message.ts';

const most = 25;
const longest = 60;

export const alias: Command = {
  name: 'alias',
  description: 'Show or set what this chat calls companies',
  options: [
    {
      type: 'text',
      name: 'names',
      description: 'Alias = company, such as: Big Blue = IBM; = none removes it',
      async suggest(typed, { newsroom }) {
        const [, said = '', company] = /^([^=＝]*)[=＝](.*)$/u.exec(typed) ?? [];
        return company === undefined
          ? []
          : newsroom.companies(company.trim()).map((name) => `${said.trim()} = ${name}`);
      },
    },
  ],
  access: 'admins',
  audience: 'caller',
  async run(context): Promise<Message> {
    const { call, newsroom, words } = context;
    const were = await newsroom.settings(call.from);
    const { names } = call.options;
    if (names === undefined) return list(were, context);
    const parts = String(names).split(/[=＝]/u);
    const [said = '', company = ''] = parts.map((part) => part.trim().slice(0, longest));
    if (parts.length !== 2 || said === '' || company === '') return aside(words.say('settings.aliasHow'));
    return /^(?:-|none|keine?|ninguno|aucun|无|なし)$/iu.test(company)
      ? remove(were, said, context)
      : add(were, said, company, context);
  },
};

const aside = (text: string | Spans): Message => ({ ...sentence(text), shown: 'aside' });

async function add(were: ChatSettings, said: string, company: string, context: Context): Promise<Message> {
  const { call, newsroom, words } = context;
  const others = without(were, said);
  if (Object.keys(others).length >= most) return aside(words.say('settings.aliasLimit', { most }));
  await newsroom.saveSettings(call.from, { ...were, aliases: { ...others, [said]: company } });
  return {
    ...sentence(words.say('settings.aliasAdded', { alias: said, company })),
    actions: [[undoButton(context, { settings: { of: call.from, were } })]],
  };
}

async function remove(were: ChatSettings, said: string, context: Context): Promise<Message> {
  const { call, newsroom, words } = context;
  const { aliases = {} } = were;
  const others = without(were, said);
  if (Object.keys(others).length === Object.keys(aliases).length)
    return aside(words.spans('settings.aliasUnknown', { alias: said }));
  await newsroom.saveSettings(call.from, { ...were, aliases: others });
  return {
    ...sentence(words.say('settings.aliasRemoved', { alias: said })),
    actions: [[undoButton(context, { settings: { of: call.from, were } })]],
    ...(call.pressed ? { shown: 'instead' } : {}),
  };
}

const without = ({ aliases = {} }: ChatSettings, said: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(aliases).filter(([name]) => name.toLowerCase() !== said.toLowerCase()));

function list({ aliases = {} }: ChatSettings, { words, press, call }: Context): Message {
  const entries = Object.entries(aliases);
  const label = words.say('settings.aliasAdd');
  const ask = { option: 'names', label: words.say('settings.aliasHow') };
  const choices = entries.map(([said, company]) => ({
    // Telegram shows choices without what they are for.
    label: `✕ ${said} = ${company}`,
    press: press('settings alias', { names: `${said} = none` }),
  }));
  return {
    blocks: [
      { is: 'heading', spans: [span(words.say('settings.aliases'))] },
      ...(entries.length === 0
        ? [{ is: 'text', spans: [span(words.say('settings.noAliases'))] } as const]
        : [{ is: 'list', items: entries.map(([said, company]) => [span(`${said} = ${company}`)]) } as const]),
      { is: 'note', spans: [span(words.say('settings.aliasHow'))] },
    ],
    actions: [
      ...(choices.length > 0
        ? [[{ is: 'menu', label: words.say('settings.aliasRemove'), choices } as const]]
        : []),
      [{ is: 'button', label, press: press('settings alias', {}, { ask }) }],
    ],
    ...(call.pressed ? { shown: 'instead' } : {}),
  };
}
