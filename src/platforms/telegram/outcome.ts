import type { Destination } from '../../model.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Key } from '../../words/words.ts';
import type { SendOutcome } from '../platform.ts';
import type { Failure } from './api.ts';

const pauseMs = 5_000;

export const tokenRefused: Sentence = { say: 'telegram.token' };

/** Telegram answers 404 to a token that is not even formed like one. */
export const isTokenRefused = (failure: Failure): boolean =>
  failure.is === 'refusal' && (failure.code === 401 || failure.code === 404);

type Mend = readonly [pattern: RegExp, say: Key];

const goneForGood: readonly Mend[] = [
  [/blocked by the user/u, 'telegram.blocked'],
  [/user is deactivated/u, 'telegram.deactivated'],
  [/can't initiate conversation/u, 'telegram.notStarted'],
  [/can't send messages to bots/u, 'telegram.isBot'],
  [/was kicked/u, 'telegram.kicked'],
  [/not a member/u, 'telegram.notMember'],
  [/chat was deleted|chat was deactivated/u, 'telegram.groupDeleted'],
  [/chat not found|chat_id is empty|peer_id_invalid/iu, 'telegram.unknownChat'],
];

const refusals: readonly (readonly [...Mend, what: 'message' | 'chat'])[] = [
  [/thread not found|topic_deleted/iu, 'telegram.topicDeleted', 'chat'],
  [/topic_closed/iu, 'telegram.topicClosed', 'chat'],
  [
    /not enough rights|have no rights|chat_write_forbidden|chat_restricted|need administrator rights/iu,
    'telegram.noRights',
    'chat',
  ],
  [
    /message to edit not found|message can't be edited|message_id_invalid/iu,
    'telegram.messageGone',
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
  const said: Sentence = { say: 'telegram.says', code, description };
  const mended = (say: Key): Sentence => ({ say: 'telegram.answered', mend: { say }, code, description });
  if (code === 429) return { is: 'wait', ms: retryAfterMs ?? pauseMs, scope: 'chat', reason: said };
  if (code >= 500) return { is: 'wait', ms: pauseMs, scope: 'platform', reason: said, doubtful: true };
  if (isTokenRefused(failure)) return { is: 'halted', reason: tokenRefused };
  // A group that became a supergroup had no topics, so there is none to take along.
  if (movedTo !== undefined) return { is: 'moved', to: { platform: to.platform, chat: movedTo } };
  const refusal = refusals.find(([pattern]) => pattern.test(description));
  if (refusal) return { is: 'refused', what: refusal[2], reason: mended(refusal[1]) };
  const gone = goneForGood.find(([pattern]) => pattern.test(description));
  if (gone) return { is: 'gone', reason: mended(gone[1]) };
  return code === 403
    ? { is: 'gone', reason: mended('telegram.forbidden') }
    : { is: 'refused', what: 'message', reason: said };
}
