import type { Command } from '../src/command.ts';
import { type Block, type Message, sentence, span } from '../src/message.ts';
import type { Change } from '../src/stories/queries.ts';
import type { Key, Words } from '../src/words/words.ts';

const dayMs = 86_400_000;
const shown = 6;

export const trending: Command = {
  name: 'trending',
  description: 'Show which companies, pairs and kinds are busy, compared with before',
  options: [{ type: 'integer', name: 'days', description: 'Of how many days (1 to 90)', min: 1, max: 90 }],
  access: 'everyone',
  audience: 'chat',
  async run({ call, newsroom, words, now, press }): Promise<Message> {
    const days = Number(call.options['days'] ?? 7);
    const trends = newsroom.stories.trends({ since: now - days * dayMs, until: now }, shown);
    if (trends.stories.now === 0) return sentence(words.say('trending.none', { days }));
    // A message that is changed in place keeps the picture it came with.
    const file = call.pressed ? undefined : await newsroom.pictures.trends(trends, words);
    const list = (
      title: string,
      entries: readonly (readonly [string, Change])[],
      none: Key = 'trending.newcomer',
    ): readonly Block[] =>
      entries.length === 0
        ? []
        : [
            { is: 'text', spans: [span(title, { bold: true })] },
            {
              is: 'list',
              items: entries.map(([name, change]) => [
                span(`${name} · ${words.number(change.now)}${before(change, words, none)}`),
              ]),
            },
          ];
    return {
      blocks: [
        { is: 'heading', spans: words.spans('trending.title', { days }) },
        {
          is: 'text',
          spans: [
            span(
              words.say('trending.stories', { count: trends.stories.now }) +
                before(trends.stories, words, 'trending.noneBefore'),
            ),
          ],
        },
        ...list(
          words.say('trending.companies'),
          trends.companies.map((one) => [one.name, one] as const),
        ),
        ...list(
          words.say('trending.pairs'),
          trends.pairs.map((one) => [one.names.join(' × '), one] as const),
        ),
        ...list(
          words.say('trending.kinds'),
          trends.kinds.map((one) => [words.say(`kind.${one.kind}`), one] as const),
          'trending.noneBefore',
        ),
      ],
      actions: [
        [1, 7, 30].map((of) => ({
          is: 'button',
          label: words.say('trending.days', { days: of }),
          press: press('trending', { days: of }),
          ...(of === days ? { look: 'main' as const } : {}),
        })),
      ],
      ...(file && { file }),
      ...(call.pressed ? { shown: 'instead' } : {}),
    };
  },
};

/** How many there were in the period before; `none` is what to say where there were none. */
function before({ now, before: earlier }: Change, words: Words, none: Key): string {
  if (now === earlier) return '';
  if (earlier === 0) return ` (${words.say(none)})`;
  return ` (${now > earlier ? '▲' : '▼'} ${words.say('trending.before', { count: earlier })})`;
}
