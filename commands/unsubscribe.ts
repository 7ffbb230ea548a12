import { undoButton } from '../src/answers/undo.ts';
import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const unsubscribe: Command = {
  name: 'unsubscribe',
  description: 'Stop posting partnerships here',
  options: [],
  access: 'admins',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words } = context;
    const there = (await newsroom.subscriptions()).filter(({ to }) => newsroom.isSamePlace(to, call.from));
    if (there.length === 0) return sentence(words.spans('unsubscribe.none'));
    for (const { id } of there) await newsroom.unsubscribe(id);
    return {
      ...sentence(words.spans('unsubscribe.done')),
      actions: [[undoButton(context, { restore: there })]],
    };
  },
};
