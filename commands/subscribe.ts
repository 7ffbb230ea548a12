import { fieldNames, withFields } from '../src/answers/fields.ts';
import { filterOptions } from '../src/answers/filterOptions.ts';
import { kindOfPlace, placeFor } from '../src/answers/placeFor.ts';
import { details, gist, isEverything } from '../src/answers/subscriptions.ts';
import { undoButton } from '../src/answers/undo.ts';
import { type Action, type Message, sentence, span, type Spans } from '../src/message.ts';
import type { Command, Context } from '../src/command.ts';
import type { Place } from '../src/place.ts';
import { formats } from '../src/manner.ts';
import type { Subscription } from '../src/model.ts';

const yesNo = ['yes', 'no'] as const;

export const subscribe: Command = {
  name: 'subscribe',
  description: 'Post new partnerships here: all of them, or only those you describe',
  options: [
    ...filterOptions,
    { type: 'mention', name: 'mention', description: 'A role or person to mention with each post' },
    { type: 'choice', name: 'silent', description: 'Post without a sound', choices: yesNo },
    { type: 'choice', name: 'format', description: 'How much of a story to show', choices: formats },
    { type: 'choice', name: 'pictures', description: 'Show pictures', choices: yesNo },
    { type: 'text', name: 'tags', description: "A forum's tags for each post, joined by commas" },
    {
      type: 'choice',
      name: 'publish',
      description: 'In announcement channels, pass posts on to all who follow',
      choices: yesNo,
    },
    { type: 'place', name: 'to', description: 'Another channel, thread or topic to post to' },
  ],
  access: 'admins',
  audience: 'chat',
  async run(context) {
    const { call, newsroom, words } = context;
    const { to } = call.options;
    const found = to === undefined ? undefined : await placeFor(call, String(to));
    if (found && !found.ok) return aside(words.say(found.key, found.values));
    const place = found?.place;
    const { timeZone } = await newsroom.settings(call.from);
    const given = Object.fromEntries(
      fieldNames.flatMap((name) => (call.options[name] === undefined ? [] : [[name, call.options[name]]])),
    );
    const fresh = withFields(begun(context, place, timeZone), given, newsroom);
    if (!fresh.ok) return aside(words.say(fresh.key, fresh.values));
    return settle(fresh.subscription, context, place);
  },
};

const aside = (text: string | Spans): Message => ({ ...sentence(text), shown: 'aside' });

const begun = (
  { call, newsroom, words }: Context,
  place: Place | undefined,
  timeZone: string | undefined,
): Subscription => ({
  to: place?.to ?? call.from,
  companies: [],
  leastConfidence: newsroom.leastConfidence,
  createdAt: 0,
  id: '' as Subscription['id'],
  by: call.person,
  spoken: words.language,
  ...kindOfPlace(place?.kind ?? call.placeKind),
  ...(place ? { title: place.title } : {}),
  ...(call.server === undefined ? {} : { server: call.server }),
  ...(timeZone === undefined ? {} : { timeZone }),
});

/**
 * A chat has one subscription to everything or any number of narrower ones: another narrow one is added to those
 * there are, and everything takes the place of them all.
 */
async function settle(fresh: Subscription, context: Context, place: Place | undefined): Promise<Message> {
  const { newsroom, words, call, press } = context;
  const all = await newsroom.subscriptions();
  const there = all.filter(({ to }) => newsroom.isSamePlace(to, fresh.to));
  const replaced = isEverything(fresh)
    ? there
    : there.filter((one) => isEverything(one) || gist(one, words) === gist(fresh, words));
  if (there.length - replaced.length >= newsroom.limits.subscriptions)
    return aside(words.spans('subscribe.limit', { most: newsroom.limits.subscriptions }));
  const { subscriptionsPerServer: most } = newsroom.limits;
  const inServer = all.filter(({ server }) => server !== undefined && server === fresh.server);
  if (inServer.length - replaced.length >= most) return aside(words.spans('subscribe.serverLimit', { most }));
  for (const { id } of replaced) await newsroom.unsubscribe(id);
  const subscription = await newsroom.subscribe(fresh);
  const undo = undoButton(context, { restore: replaced, remove: [subscription.id] });
  const manage: Action = {
    is: 'button',
    label: words.say('subscribe.manage'),
    press: press('subscriptions', { id: subscription.id }),
  };
  const preview: Action = {
    is: 'button',
    label: words.say('subscribe.preview'),
    press: press('preview', { id: subscription.id }),
  };
  const values = {
    place: place ? words.say('subscribe.there', { place: place.title }) : words.say('subscribe.here'),
    what: gist(subscription, words),
  };
  return {
    blocks: [
      {
        is: 'text',
        spans: [span(words.say(replaced.length > 0 ? 'subscribe.changed' : 'subscribe.begun', values))],
      },
      details(subscription, words),
    ],
    actions: [[undo, manage, preview]],
    ...(call.pressed && call.options['instead'] ? { shown: 'instead' } : {}),
  };
}
