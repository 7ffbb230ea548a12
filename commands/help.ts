import type { Command, Option } from '../src/command.ts';
import { type Block, type Message, sentence, span } from '../src/message.ts';
import { descriptionIn, optionIn } from '../src/words/describe.ts';
import type { Words } from '../src/words/words.ts';

export const help: Command = {
  name: 'help',
  description: 'Show what I can do, or how one command works',
  options: [
    {
      type: 'text',
      name: 'command',
      description: 'A command, such as subscribe',
      suggest: async (typed, { commands }) =>
        commands
          .filter(({ name, hidden }) => !hidden && name.includes(typed.toLowerCase()))
          .map(({ name }) => name),
    },
  ],
  access: 'everyone',
  audience: 'caller',
  async run({ call, commands, words, press }): Promise<Message> {
    const shown = commands.filter(({ hidden }) => !hidden);
    const name = call.options['command']?.toString().replace(/^\//u, '').toLowerCase();
    const one = shown.find((command) => command.name === name);
    if (one) return { blocks: usageOf(one, words) };
    if (name !== undefined) return sentence(words.spans('desk.unknown', { command: name }));
    return {
      blocks: [
        { is: 'heading', spans: [span('Pactwire')] },
        { is: 'text', spans: words.spans('help.about') },
        { is: 'list', items: shown.map((command) => line(command, command.name, words)) },
      ],
      actions: [
        [
          {
            is: 'menu',
            label: words.say('help.choose'),
            choices: shown.slice(0, 25).map((command) => ({
              label: `/${command.name}`,
              press: press('help', { command: command.name }),
            })),
          },
        ],
      ],
    };
  },
};

/** One command with its subcommands and what each takes. */
function usageOf(command: Command, words: Words): readonly Block[] {
  const ways = command.subcommands
    ? command.subcommands.map((one) => [one, `${command.name} ${one.name}`] as const)
    : [[command, command.name] as const];
  return [
    { is: 'heading', spans: [span(`/${command.name}`)] },
    { is: 'text', spans: [span(described(command, command.name, words))] },
    ...ways.flatMap(([one, path]): readonly Block[] => [
      ...(command.subcommands ? [{ is: 'list', items: [line(one, path, words)] } as const] : []),
      ...(one.options.length > 0
        ? [{ is: 'list', items: one.options.map((option) => optionLine(option, path, words)) } as const]
        : []),
    ]),
  ];
}

const line = (command: Command, path: string, words: Words) => [
  span(`/${[path, ...(command.subcommands ? ['…'] : brief(command.options))].join(' ')}`, { code: true }),
  span(
    ` ${described(command, path, words)}${command.access === 'admins' ? ` ${words.say('help.admins')}` : ''}`,
  ),
];

const optionLine = (option: Option, path: string, words: Words) => [
  span(option.name, { code: true }),
  span(` ${optionIn(words.language, path, option)}`),
  ...(option.type === 'choice' ? [span(` (${option.choices.join(', ')})`)] : []),
];

const described = (command: Command, path: string, words: Words): string =>
  descriptionIn(words.language, path.replace(' ', '.')) ?? command.description;

/** A line shows what is commonest; the rest is a question away. */
const brief = (options: readonly Option[]): readonly string[] =>
  options.length > 4 ? [...options.slice(0, 3).map(usage), '…'] : options.map(usage);

const usage = ({ name, required }: Option): string => (required ? name : `[${name}]`);
