import { fieldNames, withFields } from '../src/answers/fields.ts';
import { filterOptions } from '../src/answers/filterOptions.ts';
import { storyEntry } from '../src/answers/stories.ts';
import { gist, subscriptionsFor } from '../src/answers/subscriptions.ts';
import type { Command } from '../src/command.ts';
import { type Block, type Message, sentence, span } from '../src/message.ts';
import type { Story, Subscription } from '../src/model.ts';

const days = 14;
const shown = 5;

export const preview: Command = {
  name: 'preview',
  description: 'Show what a subscription would have posted in the last 14 days',
  options: [
    ...filterOptions,
    { type: 'text', name: 'confidence', description: 'How sure I must be, in percent (0 to 100)' },
  ],
  access: 'admins',
  audience: 'caller',
  async run({ call, newsroom, words, now, press }): Promise<Message> {
    const all = await subscriptionsFor(call, newsroom);
    const here = all.filter(({ to }) => newsroom.isSamePlace(to, call.from));
    const chosen = call.pressed ? all.find(({ id }) => id === call.options['id']) : undefined;
    const given = Object.fromEntries(
      fieldNames.flatMap((name) => (call.options[name] === undefined ? [] : [[name, call.options[name]]])),
    );
    const blank: Subscription = {
      id: '' as Subscription['id'],
      to: call.from,
      companies: [],
      leastConfidence: newsroom.leastConfidence,
      createdAt: 0,
    };
    const tried = withFields(chosen ?? blank, given, newsroom);
    if (!tried.ok) return { ...sentence(words.say(tried.key, tried.values)), shown: 'aside' };
    const since = now - days * 86_400_000;
    const would = newsroom.wouldPost(tried.subscription, since);
    const already = here.filter((one) => one.id !== chosen?.id && one.paused === undefined && !one.off);
    const present = new Set(already.flatMap((one) => newsroom.wouldPost(one, since)).map(({ id }) => id));
    const more = would.filter(({ id }) => !present.has(id));
    const less = already
      .flatMap((one) => newsroom.wouldPost(one, since))
      .filter(({ id }) => !would.some((one) => one.id === id));
    const section = (
      key: 'preview.would' | 'preview.new' | 'preview.only',
      stories: readonly Story[],
    ): readonly Block[] =>
      stories.length === 0
        ? []
        : [
            { is: 'text', spans: [span(words.say(key, { count: stories.length }), { bold: true })] },
            { is: 'list', items: stories.slice(0, shown).map((story) => storyEntry(story, words, now)) },
          ];
    return {
      blocks: [
        {
          is: 'heading',
          spans: [span(words.say('preview.title', { what: gist(tried.subscription, words), days }))],
        },
        ...(would.length === 0 ? [{ is: 'text', spans: [span(words.say('preview.none'))] } as const] : []),
        ...(already.length === 0
          ? section('preview.would', would)
          : [...section('preview.new', more), ...section('preview.only', less)]),
        { is: 'note', spans: [span(words.say('preview.note'))] },
      ],
      ...(chosen
        ? {}
        : {
            actions: [
              [
                {
                  is: 'button',
                  label: words.say('start.subscribe'),
                  press: press('subscribe', given),
                  look: 'main',
                },
              ],
            ],
          }),
    };
  },
};
