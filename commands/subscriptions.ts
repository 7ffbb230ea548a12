import { type FieldName, fields, fieldsOf } from '../src/answers/fields.ts';
import { kindOfPlace, placeFor } from '../src/answers/placeFor.ts';
import { details, gist, mayChange, subscriptionsFor } from '../src/answers/subscriptions.ts';
import { undoButton } from '../src/answers/undo.ts';
import type { Command, Context } from '../src/command.ts';
import { type Action, type Message, sentence, span } from '../src/message.ts';
import type { Subscription } from '../src/model.ts';
import { inWords } from '../src/words/sentence.ts';

const mostListed = 20;

const isRunning = ({ paused, off }: Subscription): boolean => paused === undefined && !off;

export const subscriptions: Command = {
  name: 'subscriptions',
  description: 'Show what is posted where; change, pause or end it',
  options: [],
  access: 'admins',
  audience: 'caller',
  async run(context) {
    const { call, newsroom, words } = context;
    const all = await subscriptionsFor(call, newsroom);
    // Only buttons carry these, and a subscription may have ended since.
    const { id, act, field, value } = call.options;
    const one = all.find((subscription) => subscription.id === id);
    if (id === undefined || !call.pressed) return list(all, context);
    if (!one) return list(all, context, words.say('subscriptions.gone'));
    if (!(await mayChange(call, one)))
      return { ...sentence(words.say('subscriptions.notYours')), shown: 'aside' };
    if (field === 'to' && value !== undefined) return move(one, String(value), context);
    if (typeof field === 'string' && value !== undefined)
      return change(one, field as FieldName, String(value), context);
    if (act === 'edit') return edit(one, context);
    if (act === 'remove') {
      await newsroom.unsubscribe(one.id);
      return done('subscriptions.removed', one, context);
    }
    if (act === 'pause' || act === 'resume') {
      const { paused: _, off: _off, ...running } = one;
      await newsroom.subscribe(act === 'pause' ? { ...one, off: true } : running);
      return done(act === 'pause' ? 'subscriptions.paused' : 'subscriptions.resumed', one, context);
    }
    return shown(one, context);
  },
};

const inPlace = ({ call }: Context): Partial<Message> => (call.pressed ? { shown: 'instead' } : {});

function list(all: readonly Subscription[], context: Context, first?: string): Message {
  const { words, press } = context;
  const above = first === undefined ? [] : [{ is: 'text', spans: [span(first)] } as const];
  if (all.length === 0) {
    const label = words.say('start.subscribe');
    return {
      blocks: [...above, { is: 'text', spans: [span(words.say('subscriptions.none'))] }],
      actions: [[{ is: 'button', label, press: press('subscribe'), look: 'main' }]],
      ...inPlace(context),
    };
  }
  const seen = all.slice(0, mostListed);
  return {
    blocks: [
      ...above,
      { is: 'heading', spans: [span(words.say('subscriptions.title', { count: all.length }))] },
      { is: 'list', items: seen.map((one, at) => [span(`${at + 1}. ${line(one, context)}`)]) },
    ],
    actions: [
      [
        {
          is: 'menu',
          label: words.say('subscriptions.choose'),
          choices: seen.map((one, at) => ({
            label: `${at + 1}. ${line(one, context)}`,
            press: press('subscriptions', { id: one.id }),
          })),
        },
      ],
    ],
    ...inPlace(context),
  };
}

const line = (one: Subscription, { call, words }: Context): string => {
  const place = one.to.chat === call.from.chat ? '' : `${one.title ?? one.to.chat}: `;
  return `${place}${gist(one, words)}${isRunning(one) ? '' : ` (${words.say('subscriptions.isPaused')})`}`;
};

function shown(one: Subscription, context: Context): Message {
  const { words, press } = context;
  const button = (label: string, act: string, look?: 'danger'): Action => ({
    is: 'button',
    label,
    press: press('subscriptions', { id: one.id, act }),
    ...(look ? { look } : {}),
  });
  const pause = isRunning(one)
    ? button(words.say('subscriptions.pause'), 'pause')
    : button(words.say('subscriptions.resume'), 'resume');
  return {
    blocks: [
      { is: 'heading', spans: [span(line(one, context))] },
      details(one, words),
      ...(isRunning(one)
        ? []
        : [
            {
              is: 'note',
              spans: words.spans('subscriptions.why', {
                reason: inWords(one.paused ?? { say: 'subscriptions.byHand' }, words),
              }),
            } as const,
          ]),
    ],
    actions: [
      [
        button(words.say('subscriptions.edit'), 'edit'),
        pause,
        button(words.say('subscriptions.remove'), 'remove', 'danger'),
      ],
      [
        { is: 'button', label: words.say('subscribe.preview'), press: press('preview', { id: one.id }) },
        { is: 'button', label: words.say('subscriptions.back'), press: press('subscriptions', { id: '' }) },
      ],
    ],
    ...inPlace(context),
  };
}

function edit(one: Subscription, context: Context): Message {
  const { words, press } = context;
  const choice = (name: FieldName | 'to', value: string) => {
    const label = words.say(`field.${name}`);
    const ask = { option: 'value', label, value };
    return { label, press: press('subscriptions', { id: one.id, field: name }, { ask }) };
  };
  const choices = [
    ...fieldsOf(one).map((name) => choice(name, fields[name].written(one))),
    choice('to', one.title ?? ''),
  ];
  return {
    blocks: [
      { is: 'heading', spans: [span(line(one, context))] },
      details(one, words),
      { is: 'note', spans: [span(words.say('subscriptions.how'))] },
    ],
    actions: [
      [{ is: 'menu', label: words.say('subscriptions.what'), choices }],
      [
        {
          is: 'button',
          label: words.say('subscriptions.back'),
          press: press('subscriptions', { id: one.id }),
        },
      ],
    ],
    ...inPlace(context),
  };
}

async function change(
  before: Subscription,
  field: FieldName,
  value: string,
  context: Context,
): Promise<Message> {
  const { newsroom, words } = context;
  const next = fields[field].set(before, value, newsroom);
  if (!next.ok) return { ...sentence(words.say(next.key, next.values)), shown: 'aside' };
  await newsroom.subscribe(next.subscription);
  const message = shown(next.subscription, context);
  const undo = undoButton(context, { restore: [before] });
  return { ...message, actions: [[undo], ...(message.actions ?? [])] };
}

/** Lets a subscription post somewhere else; its posts so far stay where they are. */
async function move(before: Subscription, named: string, context: Context): Promise<Message> {
  const { call, newsroom, words } = context;
  const found = await placeFor(call, named);
  if (!found.ok) return { ...sentence(words.say(found.key, found.values)), shown: 'aside' };
  const { place } = found;
  const there = (await newsroom.subscriptions()).filter(({ to }) => newsroom.isSamePlace(to, place.to));
  if (there.some(({ id }) => id === before.id)) return shown(before, context);
  const most = newsroom.limits.subscriptions;
  if (there.length >= most) return { ...sentence(words.spans('subscribe.limit', { most })), shown: 'aside' };
  const { formerly: _, placeKind: _kind, paused: _paused, ...kept } = before;
  await newsroom.unsubscribe(before.id);
  const moved = await newsroom.subscribe({
    ...kept,
    id: '' as Subscription['id'],
    to: place.to,
    title: place.title,
    ...kindOfPlace(place.kind),
  });
  const message = shown(moved, context);
  const undo = undoButton(context, { restore: [before], remove: [moved.id] });
  return { ...message, actions: [[undo], ...(message.actions ?? [])] };
}

const done = (
  key: 'subscriptions.removed' | 'subscriptions.paused' | 'subscriptions.resumed',
  before: Subscription,
  context: Context,
): Message => ({
  ...sentence(context.words.say(key, { what: line(before, context) })),
  actions: [
    [
      undoButton(context, { restore: [before] }),
      {
        is: 'button',
        label: context.words.say('subscriptions.back'),
        press: context.press('subscriptions', { id: '' }),
      },
    ],
  ],
  shown: 'instead',
});
