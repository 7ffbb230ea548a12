import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../command.ts';
import type { Log } from '../../log.ts';
import { type Message, sentence } from '../../message.ts';
import type { SendOutcome } from '../platform.ts';
import type { Api } from './api.ts';
import type { Asked } from './asked.ts';
import { send } from './send.ts';
import type { Timing } from './timing.ts';

const attempts = 3;

export interface Responding {
  readonly api: Api;
  readonly answer: (call: Call) => Promise<Message>;
  readonly timing: Timing;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Answers a question where it was asked, as a reply to it; never rejects. */
export async function respond(asked: Asked, { api, answer, timing, log, signal }: Responding): Promise<void> {
  const message = await answerTo(asked, api, answer, timing).catch((err: unknown) => {
    log.error({ err, command: asked.command }, 'a command failed');
    return sentence(
      `I could not answer /${asked.command}: something failed on my side. Try again in a minute.`,
    );
  });
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await send(api, asked.from, message, { timeoutMs: timing.send }, asked.question);
    if (outcome.is === 'sent') return;
    if (outcome.is !== 'wait' || attempt === attempts) return complain(asked, outcome, log);
    await sleep(Math.min(outcome.ms, timing.longestBackoff), undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
  }
}

async function answerTo(
  { command, arguments: given, from, person, admin }: Asked,
  api: Api,
  answer: (call: Call) => Promise<Message>,
  timing: Timing,
): Promise<Message> {
  if (!given.ok) return sentence(given.reason);
  const isAdmin = async () =>
    typeof admin === 'boolean' ? admin : isChatAdmin(api, from.chat, admin.user, timing);
  return answer({ command, options: given.values, from, person, isAdmin });
}

async function isChatAdmin(api: Api, chat: string, user: number, timing: Timing): Promise<boolean> {
  const member = await api.call('getChatMember', { chat_id: chat, user_id: user }, { timeoutMs: timing.ask });
  // "I cannot tell" must not become "you are none": the person asks again instead of looking for an administrator.
  if (!member.ok) throw new Error('Telegram did not say who is an administrator', { cause: member.failure });
  return member.result.status === 'creator' || member.result.status === 'administrator';
}

const complain = ({ command, from }: Asked, outcome: SendOutcome, log: Log): void =>
  log.warn({ command, from, outcome }, 'an answer could not be sent');
