import type { Command } from '../src/command.ts';
import { type Message, span } from '../src/message.ts';

/**
 * What the bot says when it comes to a chat, and when a person presses Start. Deep links
 * (https://core.telegram.org/bots/features#deep-linking) carry a command: `?start=latest`, `?start=subscribe`.
 */
export const start: Command = {
  name: 'start',
  description: 'Begin',
  options: [{ type: 'text', name: 'payload', description: 'What the link asks for' }],
  access: 'everyone',
  audience: 'chat',
  hidden: true,
  async run(context): Promise<Message> {
    const { call, commands, words, press } = context;
    const [name = '', ...rest] = String(call.options['payload'] ?? '').split('-');
    const wanted = linked.has(name) ? commands.find((command) => command.name === name) : undefined;
    const [option] = wanted?.options ?? [];
    if (wanted) {
      const options = rest.length > 0 && option ? { [option.name]: rest.join(' ') } : {};
      return wanted.run({ ...context, call: { ...call, command: name, options } });
    }
    return {
      blocks: [
        { is: 'heading', spans: [span('Pactwire')] },
        { is: 'text', spans: words.spans('start.hello') },
        { is: 'note', spans: words.spans('start.next') },
      ],
      actions: [
        [
          { is: 'button', label: words.say('start.subscribe'), press: press('subscribe'), look: 'main' },
          { is: 'button', label: words.say('start.packs'), press: press('feeds packs') },
          { is: 'button', label: words.say('start.latest'), press: press('latest') },
        ],
      ],
    };
  },
};

/** Only commands that everybody may use and that change nothing: a link is written by a stranger. */
const linked: ReadonlySet<string> = new Set(['latest', 'search', 'company', 'trending', 'help', 'about']);
