import { explained } from '../src/answers/explained.ts';
import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const why: Command = {
  name: 'why',
  description: 'Show why an article is held for a partnership or not',
  options: [
    { type: 'text', name: 'article', description: 'The link of an article, or a title', required: true },
  ],
  access: 'everyone',
  audience: 'caller',
  async run({ call, newsroom, words }) {
    const found = await newsroom.explain(String(call.options['article']));
    return found ? explained(found, words) : sentence(words.say('why.unknown'));
  },
};
