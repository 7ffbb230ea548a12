import type { Command, Option } from '../src/command.ts';
import { span } from '../src/message.ts';

export const help: Command = {
  name: 'help',
  description: 'Show what I can do',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ commands }) {
    return {
      blocks: [
        { is: 'heading', spans: [span('Pactwire')] },
        {
          is: 'text',
          spans: [
            span('I read tech news, notice when organisations team up, and tell each such story once.'),
          ],
        },
        { is: 'list', items: commands.map(line) },
      ],
    };
  },
};

const line = (command: Command) => [
  span(`/${[command.name, ...command.options.map(usage)].join(' ')}`, { code: true }),
  span(` ${command.description}${command.access === 'admins' ? ' (administrators)' : ''}`),
];

const usage = ({ name, required }: Option): string => (required ? name : `[${name}]`);
