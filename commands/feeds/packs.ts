import type { Command } from '../../src/command.ts';
import { span } from '../../src/message.ts';

export const packs: Command = {
  name: 'packs',
  description: 'Show the feed packs, and subscribe to some of them',
  options: [],
  access: 'everyone',
  audience: 'caller',
  run: async ({ newsroom, words, press }) => ({
    blocks: [
      { is: 'heading', spans: words.spans('packs.title') },
      {
        is: 'list',
        items: newsroom.packs.map(({ name, title }) => [span(name, { code: true }), span(` ${title}`)]),
      },
      { is: 'note', spans: words.spans('packs.note') },
    ],
    actions: [
      [
        {
          is: 'menu',
          label: words.say('packs.choose'),
          choices: newsroom.packs
            .slice(0, 25)
            .map(({ name, title }) => ({ label: title, press: press('subscribe', { packs: name }) })),
        },
      ],
    ],
  }),
};
