import { fieldNames, withFields } from '../src/answers/fields.ts';
import { filterOptions } from '../src/answers/filterOptions.ts';
import { storyEntry } from '../src/answers/stories.ts';
import { details, gist, subscriptionsFor } from '../src/answers/subscriptions.ts';
import type { Command, Context, OptionValues } from '../src/command.ts';
import { type Block, type Message, sentence, span } from '../src/message.ts';
import type { Story, Subscription } from '../src/model.ts';

const days = 14;
const shown = 5;

export const preview: Command = {
  name: 'preview',
  description: 'Show what a subscription would have posted in the last 14 days',
  options: filterOptions,
  access: 'admins',
  audience: 'caller',
  async run(context): Promise<Message> {
    const { call, newsroom, words, now, press } = context;
    const all = await subscriptionsFor(call, newsroom);
    const chosen = call.pressed ? all.find(({ id }) => id === call.options['id']) : undefined;
    const given: OptionValues = Object.fromEntries(
      fieldNames.flatMap((name) => (call.options[name] === undefined ? [] : [[name, call.options[name]]])),
    );
    const tried = withFields(chosen ?? (await blank(context)), given, newsroom);
    if (!tried.ok) return { ...sentence(words.say(tried.key, tried.values)), shown: 'aside' };
    const { subscription } = tried;
    const begin = {
      is: 'button',
      label: words.say('start.subscribe'),
      press: press('subscribe', given),
      look: 'main',
    } as const;
    return {
      blocks: [
        {
          is: 'heading',
          spans: [span(words.say('preview.title', { what: gist(subscription, words), days }))],
        },
        details(subscription, words),
        ...(await compared(subscription, now - days * 86_400_000, context)),
        { is: 'note', spans: [span(words.say('preview.note'))] },
      ],
      ...(chosen ? {} : { actions: [[begin]] }),
    };
  },
};

const blank = async ({ call, newsroom }: Context): Promise<Subscription> => {
  const { timeZone } = await newsroom.settings(call.from);
  return {
    id: '' as Subscription['id'],
    to: call.from,
    companies: [],
    leastConfidence: newsroom.leastConfidence,
    createdAt: 0,
    ...(timeZone === undefined ? {} : { timeZone }),
  };
};

/** What would have been posted, beside what the ledger says was posted there. */
async function compared(
  subscription: Subscription,
  since: number,
  { newsroom, words, now }: Context,
): Promise<readonly Block[]> {
  const stories = await newsroom.wouldPost(subscription, since);
  const sent = (await newsroom.outbox(subscription.to)).filter(
    ({ state }) => state.is === 'sent' && state.at >= since,
  );
  const told = new Set(sent.map(({ story }) => story));
  const would = new Set(stories.map(({ id }) => id));
  const only = [...told].flatMap((id) => (would.has(id) ? [] : (newsroom.stories.get(id) ?? [])));
  const list = (some: readonly Story[]): readonly Block[] =>
    some.length === 0
      ? []
      : [{ is: 'list', items: some.slice(0, shown).map((story) => storyEntry(story, words, now)) }];
  const section = (key: 'preview.new' | 'preview.same' | 'preview.only', some: readonly Story[]) =>
    some.length === 0
      ? []
      : [
          { is: 'text', spans: [span(words.say(key, { count: some.length }), { bold: true })] } as const,
          ...list(some),
        ];
  const sum = words.say('preview.would', { count: stories.length });
  return [
    {
      is: 'text',
      spans: [span(stories.length === 0 ? words.say('preview.none') : sum, { bold: true })],
    },
    ...(told.size === 0
      ? list(stories)
      : [
          ...section(
            'preview.new',
            stories.filter(({ id }) => !told.has(id)),
          ),
          ...section(
            'preview.same',
            stories.filter(({ id }) => told.has(id)),
          ),
          ...section('preview.only', only),
        ]),
  ];
}
