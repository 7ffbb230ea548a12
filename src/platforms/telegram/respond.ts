import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../command.ts';
import type { Log } from '../../log.ts';
import { type Message, sentence } from '../../message.ts';
import type { Destination } from '../../model.ts';
import type { FrontDesk, SendOutcome } from '../platform.ts';
import type { Api } from './api.ts';
import type { Asked } from './asked.ts';
import { asCall } from './call.ts';
import { edit, send } from './send.ts';
import type { Timing } from './timing.ts';

const attempts = 3;

export interface Responding {
  readonly api: Api;
  readonly desk: FrontDesk;
  readonly timing: Timing;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Answers what somebody wrote where it was written, as a reply to it; never rejects. */
export async function respond(asked: Asked, responding: Responding): Promise<void> {
  const { desk } = responding;
  let shown: string | undefined;
  const progress = async (message: Message): Promise<void> => {
    shown = await show(message, asked.from, asked.question, responding, shown);
  };
  const request = await requestOf(asked, desk);
  if (!request) return;
  const message = await desk.answer(asCall(asked, { ...request, progress }, asked.document, responding));
  await show(message, asked.from, asked.question, responding, shown);
}

/** A command as it was typed; or a command asked before, completed by a reply. */
async function requestOf(
  asked: Asked,
  desk: FrontDesk,
): Promise<Pick<Call, 'command' | 'options' | 'typed'> | undefined> {
  if (asked.is === 'command') return { command: asked.command, options: {}, typed: asked.typed };
  const press = await desk.questioned(questionName(asked.from, asked.to));
  if (!press?.ask) return undefined;
  return { command: press.command, options: { ...press.options, [press.ask.option]: asked.text } };
}

/**
 * Posts a message, or puts it in the place of the message `instead`; resolves with the id of the message that shows
 * it. A question that it asks is remembered, so that a reply is understood.
 */
export async function show(
  message: Message,
  from: Destination,
  question: number | undefined,
  { api, desk, timing, log, signal }: Responding,
  instead?: string,
): Promise<string | undefined> {
  const limits = { timeoutMs: timing.send };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome =
      instead === undefined
        ? await send(api, from, message, limits, question === undefined ? {} : { replyTo: String(question) })
        : await edit(api, from, instead, message, limits);
    if (outcome.is === 'sent') {
      const press = message.ask && (await desk.pressed(message.ask.press));
      if (press) await desk.question(questionName(from, Number(outcome.message)), press);
      return outcome.message;
    }
    // What cannot be changed any more, such as a picture into words, is said anew.
    if (outcome.is === 'refused' && instead !== undefined)
      return show(message, from, question, { api, desk, timing, log, signal });
    if (outcome.is !== 'wait' || attempt === attempts) {
      log.warn(
        { from, outcome } satisfies { from: Destination; outcome: SendOutcome },
        'an answer could not be sent',
      );
      return undefined;
    }
    await sleep(Math.min(outcome.ms, timing.longestBackoff), undefined, { signal }).catch(() => {});
    if (signal.aborted) return undefined;
  }
  return undefined;
}

export const questionName = ({ chat }: Destination, message: number): string => `telegram/${chat}/${message}`;

export const question = (label: string, press: string): Message => ({
  ...sentence(label),
  ask: { label, press },
});
