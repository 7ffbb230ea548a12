import { storyPages } from '../src/answers/stories.ts';
import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const search: Command = {
  name: 'search',
  description: 'Find stories by any words, even misspelt ones',
  options: [{ type: 'text', name: 'words', description: 'What to look for' }],
  access: 'everyone',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words, press } = context;
    const wanted = String(call.options['words'] ?? '').trim();
    if (wanted === '') {
      const label = words.say('search.ask');
      const ask = { option: 'words', label };
      return { ...sentence(label), ask: { label, press: press('search', {}, { ask }) } };
    }
    return storyPages(context, {
      title: words.say('search.title', { words: wanted }),
      none: words.spans('search.none', { words: wanted }),
      command: 'search',
      options: { words: wanted },
      count: 5,
      stories: (page) => newsroom.stories.search(wanted, page),
    });
  },
};
