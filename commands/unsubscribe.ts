import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const unsubscribe: Command = {
  name: 'unsubscribe',
  description: 'Stop posting partnerships here',
  options: [],
  access: 'admins',
  audience: 'chat',
  async run({ call, newsroom }) {
    const ended = await newsroom.unsubscribe(call.from);
    return sentence(
      ended
        ? 'Done: no more posts here. /subscribe brings them back.'
        : 'There was no subscription here. /subscribe starts one.',
    );
  },
};
