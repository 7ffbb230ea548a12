import type { Destination } from '../../model.ts';
import type { SendOutcome } from '../platform.ts';
import type { Failure } from './api.ts';

const pauseMs = 5_000;

export const tokenRefused =
  'Telegram refuses the token: ask @BotFather for it again with /token and put it into TELEGRAM_TOKEN.';

/** Telegram answers 404 to a token that is not even formed like one. */
export const isTokenRefused = (failure: Failure): boolean =>
  failure.is === 'refusal' && (failure.code === 401 || failure.code === 404);

type Mend = readonly [pattern: RegExp, sentence: string];

const goneForGood: readonly Mend[] = [
  [
    /blocked by the user/u,
    'This person blocked the bot; after unblocking it they can send /subscribe again.',
  ],
  [/user is deactivated/u, 'The Telegram account behind this chat was deleted.'],
  [/can't initiate conversation/u, 'This person has not started the bot yet: they open it and press Start.'],
  [/can't send messages to bots/u, 'This chat is another bot, and bots cannot write to each other.'],
  [/was kicked/u, 'The bot was removed from this chat: add it again and send /subscribe there.'],
  [
    /not a member/u,
    'The bot is not a member of this chat: add it (to a channel as an administrator who may post) and send /subscribe there.',
  ],
  [/chat was deleted|chat was deactivated/u, 'This group was deleted.'],
  [
    /chat not found|chat_id is empty|peer_id_invalid/iu,
    'Telegram knows no such chat: add the bot to it again and send /subscribe there.',
  ],
];

const refusals: readonly (readonly [...Mend, what: 'message' | 'chat'])[] = [
  [
    /thread not found|topic_deleted/iu,
    'The topic was deleted: send /subscribe in the topic that should get the news.',
    'chat',
  ],
  [
    /topic_closed/iu,
    'The topic is closed: reopen it, or give the bot the "Manage topics" right, and send /subscribe in it.',
    'chat',
  ],
  [
    /not enough rights|have no rights|chat_write_forbidden|chat_restricted|need administrator rights/iu,
    'The bot may not write here: give it the right to send messages ("Post messages" in a channel) and send /subscribe.',
    'chat',
  ],
  [
    /message to edit not found|message can't be edited|message_id_invalid/iu,
    'The message to change is gone or no longer changeable.',
    'message',
  ],
];

/** What a refused or unanswered call means for a post; Telegram's words are kept where we know no better ones. */
export function outcome(failure: Failure, to: Destination): SendOutcome {
  if (failure.is === 'silence') {
    const { reason, reached } = failure;
    return { is: 'wait', ms: pauseMs, scope: 'platform', reason, ...(reached ? { doubtful: true } : {}) };
  }
  const { code, description, retryAfterMs, movedTo } = failure;
  const said = `Telegram answers ${code} "${description}"`;
  if (code === 429) return { is: 'wait', ms: retryAfterMs ?? pauseMs, scope: 'chat', reason: said };
  if (code >= 500) return { is: 'wait', ms: pauseMs, scope: 'platform', reason: said, doubtful: true };
  if (isTokenRefused(failure)) return { is: 'halted', reason: tokenRefused };
  // A group that became a supergroup had no topics, so there is none to take along.
  if (movedTo !== undefined) return { is: 'moved', to: { platform: to.platform, chat: movedTo } };
  const refusal = refusals.find(([pattern]) => pattern.test(description));
  if (refusal) return { is: 'refused', what: refusal[2], reason: `${refusal[1]} (${said})` };
  const gone = mend(goneForGood, description);
  if (gone !== undefined) return { is: 'gone', reason: `${gone} (${said})` };
  return code === 403
    ? {
        is: 'gone',
        reason: `The bot may not write to this chat: add it again and send /subscribe. (${said})`,
      }
    : { is: 'refused', what: 'message', reason: `${said}.` };
}

const mend = (table: readonly Mend[], description: string): string | undefined =>
  table.find(([pattern]) => pattern.test(description))?.[1];
