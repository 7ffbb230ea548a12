import { listed } from '../src/answers/lists.ts';
import { storyPages } from '../src/answers/stories.ts';
import type { Command } from '../src/command.ts';
import { kinds } from '../src/model.ts';

const defaultCount = 5;

export const latest: Command = {
  name: 'latest',
  description: 'Show the latest partnerships, of one company if you name it',
  options: [
    {
      type: 'text',
      name: 'company',
      description: 'A company, such as Xiaomi',
      suggest: async (typed, { newsroom }) => newsroom.companies(typed),
    },
    { type: 'choice', name: 'kind', description: 'What kind of partnership', choices: kinds },
    {
      type: 'choice',
      name: 'language',
      description: 'Told in this language',
      choices: ['en', 'zh', 'ja', 'de', 'fr', 'es', 'ru', 'ko'],
    },
    { type: 'integer', name: 'count', description: 'How many stories (1 to 10)', min: 1, max: 10 },
  ],
  access: 'everyone',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words, meant } = context;
    const { page: _, ...options } = call.options;
    const company = options['company']?.toString();
    return storyPages(context, {
      title: company === undefined ? words.say('latest.title') : words.say('latest.titleOf', { company }),
      none: company === undefined ? words.spans('latest.none') : words.spans('latest.noneOf', { company }),
      command: 'latest',
      options,
      count: Number(options['count'] ?? defaultCount),
      stories: (page) =>
        newsroom.stories.latest({
          ...page,
          ...(company === undefined ? {} : { company: meant(company) }),
          kinds: kinds.filter((kind) => kind === options['kind']),
          languages: listed(options['language']),
        }),
    });
  },
};
