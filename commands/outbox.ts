import type { Command, Context, Posting } from '../src/command.ts';
import { type Message, sentence, span } from '../src/message.ts';
import type { DeliveryId } from '../src/model.ts';
import { inWords } from '../src/words/sentence.ts';

const shown = 12;
/** What an administrator can still do something about. */
const isPending = ({ state }: Posting): boolean =>
  state.is === 'waiting' || state.is === 'held' || state.is === 'failed';

export const outbox: Command = {
  name: 'outbox',
  description: 'Show what waits, was sent or failed here; send again or drop it',
  options: [],
  access: 'admins',
  audience: 'caller',
  async run(context): Promise<Message> {
    const { call, newsroom, words, press } = context;
    const id = String(call.options['id'] ?? '') as DeliveryId;
    const { act } = call.options;
    if (call.pressed && act === 'again') await newsroom.sendAgain(call.from, id);
    if (call.pressed && act === 'drop') await newsroom.drop(call.from, id);
    const all = await newsroom.outbox(call.from);
    const one = call.pressed && act === 'show' ? all.find((posting) => posting.id === id) : undefined;
    const inPlace = call.pressed ? ({ shown: 'instead' } as const) : {};
    const back = { is: 'button', label: words.say('subscriptions.back'), press: press('outbox') } as const;
    if (one) {
      return {
        blocks: [
          { is: 'heading', spans: [span(one.headline)] },
          { is: 'text', spans: [span(stateInWords(one, context))] },
        ],
        actions: [
          [
            {
              is: 'button',
              label: words.say('outbox.again'),
              press: press('outbox', { id, act: 'again' }),
              look: 'main',
            },
            {
              is: 'button',
              label: words.say('outbox.drop'),
              press: press('outbox', { id, act: 'drop' }),
              look: 'danger',
            },
            back,
          ],
        ],
        ...inPlace,
      };
    }
    if (all.length === 0) return { ...sentence(words.say('outbox.none')), ...inPlace };
    const pending = all.filter(isPending).slice(0, 25);
    const choices = pending.map((posting) => ({
      label: posting.headline,
      press: press('outbox', { id: posting.id, act: 'show' }),
    }));
    return {
      blocks: [
        {
          is: 'heading',
          spans: [
            span(
              words.say('outbox.title', {
                pending: pending.length,
                sent: all.filter(({ state }) => state.is === 'sent').length,
              }),
            ),
          ],
        },
        {
          is: 'list',
          items: [...pending, ...all.filter((one_) => !isPending(one_))]
            .slice(0, shown)
            .map((posting) => [
              span(posting.headline, { bold: true }),
              span(`\n${stateInWords(posting, context)}`),
            ]),
        },
      ],
      actions: choices.length > 0 ? [[{ is: 'menu', label: words.say('outbox.choose'), choices }]] : [],
      ...inPlace,
    };
  },
};

function stateInWords({ state, mayRepeat }: Posting, { words, now }: Context): string {
  const twice = mayRepeat ? ` ${words.say('outbox.mayRepeat')}` : '';
  switch (state.is) {
    case 'held':
      if (state.by === 'digest') return words.say('outbox.digest', { when: words.moment(state.until) });
      if (state.by === 'quiet hours') return words.say('outbox.quiet', { when: words.moment(state.until) });
      return words.say('outbox.held', {
        when: words.moment(state.until),
        reason: inWords(state.reason ?? '', words),
      });
    case 'sent':
      return words.say('outbox.sent', { when: words.relative(state.at, now) }) + twice;
    case 'failed':
      return words.say('outbox.failed', {
        when: words.relative(state.at, now),
        reason: inWords(state.reason, words),
      });
    case 'waiting':
    case 'sending':
    case 'dropped':
      return words.say(`outbox.${state.is}`) + twice;
  }
}
