import type { Command } from '../../src/command.ts';
import { type Message, sentence, span } from '../../src/message.ts';

const plain = { options: [], access: 'everyone', audience: 'chat' } as const;

/** A command whose answer has everything to press; the others are what its buttons ask for. */
export const pressing: readonly Command[] = [
  {
    ...plain,
    name: 'book',
    description: 'Opens a book',
    options: [{ type: 'integer', name: 'page', description: 'Which page', min: 1, max: 99 }],
    async run({ call, press }): Promise<Message> {
      const page = Number(call.options['page'] ?? 1);
      return {
        blocks: [{ is: 'text', spans: [span(`Page ${page}`)] }],
        ...(call.pressed ? { shown: 'instead' } : {}),
        actions: [
          [
            { is: 'button', label: 'Next', press: press('book', { page: page + 1 }), look: 'main' },
            { is: 'button', label: 'Whisper', press: press('whisper') },
            { is: 'button', label: 'Burn', press: press('burn'), look: 'danger' },
            { is: 'link', label: 'Library', href: 'https://library.example/book' },
            { is: 'link', label: 'Trap', href: 'javascript:alert(1)' },
          ],
          [
            {
              is: 'menu',
              label: 'Go to',
              choices: [10, 20].map((to) => ({ label: `Page ${to}`, press: press('book', { page: to }) })),
            },
          ],
          [
            {
              is: 'button',
              label: 'Rename',
              press: press('rename', { book: 7 }, { ask: { option: 'name', label: 'What is it called?' } }),
            },
            { is: 'button', label: 'Copy', press: press('copy') },
          ],
        ],
      };
    },
  },
  {
    ...plain,
    name: 'whisper',
    description: 'Whispers',
    run: async () => ({ ...sentence('Psst'), shown: 'aside' }),
  },
  { ...plain, name: 'burn', description: 'Burns it', access: 'admins', run: async () => sentence('Burnt') },
  {
    ...plain,
    name: 'rename',
    description: 'Renames it',
    options: [{ type: 'text', name: 'name', description: 'Its name', required: true }],
    run: async ({ call: { options } }) => sentence(`Book ${options['book']} is called ${options['name']}`),
  },
  {
    ...plain,
    name: 'cover',
    description: 'Shows the cover',
    run: async ({ press }) => ({
      ...sentence('A blue cover'),
      actions: [
        [
          {
            is: 'button',
            label: 'Rebind',
            press: press('rebind', {}, { ask: { option: 'colour', label: 'In which colour?' } }),
          },
        ],
      ],
    }),
  },
  {
    ...plain,
    name: 'rebind',
    description: 'Binds it anew',
    access: 'admins',
    options: [{ type: 'text', name: 'colour', description: 'Of the cover', required: true }],
    run: async ({ call: { options } }) => sentence(`Bound in ${options['colour']}`),
  },
  {
    ...plain,
    name: 'copy',
    description: 'Hands out a copy',
    run: async () => ({
      ...sentence('Here it is'),
      file: { name: 'book.txt', type: 'text/plain', bytes: Buffer.from('Once upon a time') },
    }),
  },
  {
    ...plain,
    name: 'shelf',
    description: 'The shelf',
    run: async () => sentence('The whole shelf'),
    subcommands: [
      {
        ...plain,
        name: 'add',
        description: 'Adds a book',
        options: [
          {
            type: 'text',
            name: 'title',
            description: 'Its title',
            required: true,
            suggest: async (typed) => [`${typed} of Time`, 'x'.repeat(101), ''],
          },
        ],
        run: async ({ call }) => sentence(`Added ${call.options['title']} (${call.command})`),
      },
    ],
  },
  {
    ...plain,
    name: 'ask',
    description: 'Asks back',
    run: async ({ press }) => {
      const ask = { option: 'name', label: 'What is it called?' };
      return {
        ...sentence(ask.label),
        ask: { label: ask.label, press: press('rename', { book: 8 }, { ask }) },
      };
    },
  },
];
