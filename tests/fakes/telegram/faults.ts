import type { ServerResponse } from 'node:http';

/** How the server misbehaves instead of answering; `after` means the request took effect all the same. */
export type Fault =
  | {
      readonly is: 'answer';
      readonly code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
      readonly after?: true;
    }
  /** A gateway's page in front of Telegram. */
  | { readonly is: 'page'; readonly status: number; readonly after?: true }
  | { readonly is: 'hang'; readonly after?: true }
  | { readonly is: 'drop'; readonly after?: true };

export interface Match {
  readonly method?: string;
  readonly chat?: number | string;
}

/** Faults that wait for a request to meet. */
export function faults() {
  const waiting: { match: Match; fault: Fault; left: number }[] = [];
  return {
    add(match: Match, fault: Fault, times: number): () => void {
      const entry = { match, fault, left: times };
      waiting.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take(method: string, chat: unknown): Fault | undefined {
      const entry = waiting.find(
        ({ match, left }) =>
          left > 0 &&
          (match.method === undefined || match.method === method) &&
          (match.chat === undefined || String(match.chat) === String(chat)),
      );
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
  };
}

export function misbehave(fault: Fault, response: ServerResponse): void {
  switch (fault.is) {
    case 'answer':
      return answerError(response, fault.code, fault.description, fault.parameters);
    case 'page':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><h1>nginx</h1></html>');
      return;
    case 'hang':
      return;
    case 'drop':
      response.socket?.destroy();
  }
}

export function answerError(
  response: ServerResponse,
  code: number,
  description: string,
  parameters?: object,
): void {
  response
    .writeHead(code, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }));
}

/** What Telegram says when a bot was shut out, a chat changed or the bot asks too much, word for word. */
export const wording = {
  kickedFromGroup: refusal(403, 'Forbidden: bot was kicked from the group chat'),
  kickedFromSupergroup: refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
  kickedFromChannel: refusal(403, 'Forbidden: bot was kicked from the channel chat'),
  notAMember: refusal(403, 'Forbidden: bot is not a member of the channel chat'),
  blocked: refusal(403, 'Forbidden: bot was blocked by the user'),
  deactivated: refusal(403, 'Forbidden: user is deactivated'),
  groupDeleted: refusal(403, 'Forbidden: the group chat was deleted'),
  neverStarted: refusal(403, "Forbidden: bot can't initiate conversation with a user"),
  chatNotFound: refusal(400, 'Bad Request: chat not found'),
  threadNotFound: refusal(400, 'Bad Request: message thread not found'),
  topicClosed: refusal(400, 'Bad Request: TOPIC_CLOSED'),
  noRights: refusal(400, 'Bad Request: not enough rights to send text messages to the chat'),
  tooLong: refusal(400, 'Bad Request: message is too long'),
  cannotParse: refusal(400, 'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
  notModified: refusal(
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ),
  unauthorized: refusal(401, 'Unauthorized'),
  migrated: (to: number): Fault => ({
    ...refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
    parameters: { migrate_to_chat_id: to },
  }),
  retryAfter: (seconds: number): Fault => ({
    ...refusal(429, `Too Many Requests: retry after ${seconds}`),
    parameters: { retry_after: seconds },
  }),
};

function refusal(code: number, description: string): Fault & { is: 'answer' } {
  return { is: 'answer', code, description };
}
