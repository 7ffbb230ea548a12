import type { Command } from '../src/command.ts';
import { span } from '../src/message.ts';

export const about: Command = {
  name: 'about',
  description: 'Show what I am, what I read and what I remember',
  options: [],
  access: 'everyone',
  audience: 'caller',
  async run({ newsroom, words, now }) {
    const feeds = await newsroom.feeds();
    const month = newsroom.stories.trends({ since: now - 30 * 86_400_000, until: now }, 1);
    return {
      blocks: [
        { is: 'heading', spans: [span('Pactwire')] },
        { is: 'text', spans: words.spans('help.about') },
        {
          is: 'list',
          items: [
            words.spans('about.feeds', { count: feeds.length }),
            words.spans('about.stories', { count: month.stories.now }),
            words.spans('about.privacy'),
          ],
        },
      ],
    };
  },
};
