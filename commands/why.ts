import { explained } from '../src/answers/explained.ts';
import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const why: Command = {
  name: 'why',
  description: 'Show why an article is held for a partnership or not',
  options: [{ type: 'text', name: 'article', description: 'The link of an article, or a title' }],
  access: 'everyone',
  audience: 'caller',
  async run({ call, newsroom, words, press }) {
    const article = String(call.options['article'] ?? '').trim();
    if (article === '') {
      const label = words.say('why.ask');
      return {
        ...sentence(label),
        ask: { label, press: press('why', {}, { ask: { option: 'article', label } }) },
      };
    }
    const found = await newsroom.explain(article);
    return found ? explained(found, words) : sentence(words.spans('why.unknown'));
  },
};
