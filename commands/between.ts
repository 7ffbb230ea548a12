import { storyPages } from '../src/answers/stories.ts';
import type { Command, Context } from '../src/command.ts';
import { sentence } from '../src/message.ts';

const suggest = async (typed: string, { newsroom }: Context) => newsroom.companies(typed);

export const between: Command = {
  name: 'between',
  description: 'Show what two companies have had with each other',
  options: [
    { type: 'text', name: 'a', description: 'One company', suggest },
    { type: 'text', name: 'b', description: 'The other company', suggest },
  ],
  access: 'everyone',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words, meant } = context;
    const asked = String(call.options['a'] ?? '').trim();
    if (asked === '') {
      const label = words.say('between.ask');
      return {
        ...sentence(label),
        ask: { label, press: context.press('between', {}, { ask: { option: 'a', label } }) },
      };
    }
    const [a = '', b = ''] = pair(asked, call.options['b']?.toString());
    if (b === '') return sentence(words.spans('between.two'));
    const found = newsroom.stories.between(meant(a), meant(b));
    const [one, other] = found.names;
    const stories = found.stories.toReversed();
    const answer = storyPages(context, {
      title: words.say('between.title', { a: one, b: other, count: stories.length }),
      none: words.spans('between.none', { a: one, b: other }),
      command: 'between',
      options: { a, b },
      count: 5,
      stories: ({ count, skip }) => stories.slice(skip, skip + count),
    });
    if (call.pressed || stories.length === 0) return answer;
    const told = [one, other].flatMap((name) => newsroom.stories.company(name)?.stories ?? []);
    const file = await newsroom.pictures.network([...new Set(told)], [one, other], words);
    return { ...answer, ...(file && { file }) };
  },
};

/** Typed in one go: `Xiaomi, Leica`, `Xiaomi and Leica`, or two single words. */
function pair(a: string, b: string | undefined): readonly string[] {
  if (b !== undefined) return [a.trim(), b.trim()];
  const parts = a.split(/\s*(?:[,，、×&+/]|\s(?:and|und|y|et|x|vs|与|和|と)\s)\s*/iu);
  const words = a.trim().split(/\s+/u);
  return parts.length === 2 ? parts : words.length === 2 ? words : [a];
}
