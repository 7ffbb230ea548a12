import { storyPages } from '../src/answers/stories.ts';
import type { Command } from '../src/command.ts';
import { type Block, sentence, span } from '../src/message.ts';
import type { Tie } from '../src/stories/queries.ts';
import type { Words } from '../src/words/words.ts';

const shownTies = 8;

export const company: Command = {
  name: 'company',
  description: 'Show who a company works with, since when and how it stands',
  options: [
    {
      type: 'text',
      name: 'name',
      description: 'The company, by any of its names',
      suggest: async (typed, { newsroom }) => newsroom.companies(typed),
    },
  ],
  access: 'everyone',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words, press, meant } = context;
    const name = meant(String(call.options['name'] ?? '').trim());
    if (name === '') {
      const label = words.say('company.ask');
      return {
        ...sentence(label),
        ask: { label, press: press('company', {}, { ask: { option: 'name', label } }) },
      };
    }
    const known = newsroom.stories.company(name);
    if (!known) return sentence(words.spans('latest.noneOf', { company: name }));
    const ties: Block = {
      is: 'list',
      items: known.ties.slice(0, shownTies).map((tie) => [...line(tie, words)]),
    };
    const hidden = known.ties.length - shownTies;
    const note: Block = { is: 'note', spans: words.spans('company.more', { more: hidden }) };
    const answer = storyPages(context, {
      title: words.say('company.title', { company: known.name, count: known.stories.length }),
      none: [],
      command: 'company',
      options: { name: known.name },
      count: 3,
      before: known.ties.length === 0 ? [] : hidden > 0 ? [ties, note] : [ties],
      stories: ({ count, skip }) => known.stories.slice(skip, skip + count),
    });
    const [partner] = known.ties;
    const follow = {
      is: 'button',
      label: words.say('company.follow', { company: known.name }),
      press: press('subscribe', { companies: known.name }),
    } as const;
    const two = partner && {
      is: 'button' as const,
      label: words.say('company.between', { partner: partner.name }),
      press: press('between', { a: known.name, b: partner.name }),
    };
    // A page that is turned in place keeps its message, and a picture cannot be put into it.
    const drawn = call.pressed
      ? undefined
      : await newsroom.pictures.network(known.stories, [known.name], words);
    return {
      ...answer,
      ...(drawn && { file: drawn }),
      actions: [...(answer.actions ?? []), two ? [two, follow] : [follow]],
    };
  },
};

const line = ({ name, kind, stories, firstAt, ended }: Tie, words: Words) => [
  span(name, { bold: true }),
  span(
    ` · ${words.say(ended ? 'company.tieEnded' : 'company.tie', { kind: words.say(`kind.${kind}`), since: words.date(firstAt), stories })}`,
  ),
];
