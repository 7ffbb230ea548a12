import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Update } from 'telegraf/types';
import type { Log } from '../../log.ts';
import type { FrontDesk, Listener } from '../platform.ts';
import type { Api } from './api.ts';
import { asked, type Bot } from './asked.ts';
import { register } from './commands.ts';
import { persist, type Persisted, type Persistence } from './persist.ts';
import { poll } from './poll.ts';
import { pressed } from './pressed.ts';
import { joined } from './joined.ts';
import { migrated } from './migrated.ts';
import { respond, show } from './respond.ts';
import { receive, type Webhook } from './webhook.ts';
import { answerStrange, respondToPress } from './respondToPress.ts';
import type { Timing } from './timing.ts';

const answersAtOnce = 16;

export interface Listening {
  readonly api: Api;
  readonly timing: Timing;
  readonly log: Log;
  /** Aborted when the whole platform closes, which also ends waiting for a first connection. */
  readonly closing: AbortSignal;
  /** Where Telegram brings updates; without it they are fetched by long polling. */
  readonly webhook?: Webhook | undefined;
}

/** Receives commands and answers them; the next poll never waits for an answer. */
export async function listen(
  { api, timing, log, closing, webhook }: Listening,
  desk: FrontDesk,
): Promise<Listener> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, closing]);
  const persistence = { timing, log, signal };
  const answers = new PQueue({ concurrency: answersAtOnce });
  const responding = { api, desk, timing, log, signal };

  const me = await connect(api, persistence, webhook === undefined);
  if (me.is !== 'done') return over(me);
  const { id, username } = me.result;
  await register(api, desk.commands, { timeoutMs: timing.ask, signal }, log);
  log.info({ username }, 'listening on Telegram');
  const hear = async (update: Update): Promise<void> => {
    const move = migrated(update);
    if (move) return desk.moved(move.from, move.to);
    const press = pressed(update);
    if (press) return respondToPress(press, responding);
    if ('callback_query' in update) return answerStrange(update.callback_query, responding);
    const arrival = joined(update);
    const hello = arrival && (await desk.greet(`telegram/${arrival.to.chat}`, arrival.to, arrival.locale));
    if (hello) return void (await show(hello, arrival.to, undefined, responding));
    const question = asked(update, desk.commands, { id, username });
    if (question) await respond(question, responding);
  };
  const take = (update: Update): void => {
    answers
      .add(() => hear(update))
      .catch((err: unknown) => log.error({ err, update: update.update_id }, 'an update was not understood'));
  };
  const hearing = webhook ? receive(api, persistence, webhook, take) : poll(api, persistence, take);
  return {
    ended: hearing.then((reason) => reason ?? never),
    async close() {
      stop.abort();
      await Promise.race([
        Promise.all([hearing, answers.onIdle()]),
        sleep(timing.stop, undefined, { ref: false }),
      ]);
    },
  };
}

/** Learns the bot's name, and takes back a webhook before polling, because Telegram does not serve both. */
async function connect(api: Api, persistence: Persistence, polls: boolean): Promise<Persisted<Bot>> {
  const limits = { timeoutMs: persistence.timing.ask, signal: persistence.signal };
  const me = await persist(() => api.call('getMe', {}, limits), persistence);
  if (me.is !== 'done' || !polls) return me;
  const webhook = await persist(() => api.call('deleteWebhook', {}, limits), persistence);
  return webhook.is === 'done' ? me : webhook;
}

const never = new Promise<never>(() => {});

const over = (why: Exclude<Persisted<unknown>, { is: 'done' }>): Listener => ({
  ended: why.is === 'ended' ? Promise.resolve(why.reason) : never,
  close: async () => {},
});
