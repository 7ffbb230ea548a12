import type { Command, Option } from '../src/command.ts';
import { span } from '../src/message.ts';
import { descriptionIn } from '../src/words/describe.ts';
import type { Words } from '../src/words/words.ts';

export const help: Command = {
  name: 'help',
  description: 'Show what I can do',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ commands, words }) {
    return {
      blocks: [
        { is: 'heading', spans: [span('Pactwire')] },
        { is: 'text', spans: words.spans('help.about') },
        { is: 'list', items: commands.filter(({ hidden }) => !hidden).map((one) => line(one, words)) },
      ],
    };
  },
};

function line(command: Command, words: Words) {
  const about = descriptionIn(words.language, command.name) ?? command.description;
  const who = command.access === 'admins' ? ` ${words.say('help.admins')}` : '';
  return [
    span(`/${[command.name, ...command.options.map(usage)].join(' ')}`, { code: true }),
    span(` ${about}${who}`),
  ];
}

const usage = ({ name, required }: Option): string => (required ? name : `[${name}]`);
