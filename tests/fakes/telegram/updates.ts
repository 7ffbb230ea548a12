import { answerError } from './faults.ts';
import type { ServerResponse } from 'node:http';

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

interface Asked {
  readonly offset?: number;
  readonly limit?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly allowed_updates?: readonly string[];
}

export const conflict =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/** The queue behind getUpdates: long polling, confirmation by offset, one poll at a time. */
export function updates() {
  let pending: Update[] = [];
  let allowed: readonly string[] = [];
  let nextId = 1;
  let poll: { asked: Asked; response: ServerResponse; timer: NodeJS.Timeout } | undefined;

  function finish(answer: (response: ServerResponse) => void): void {
    if (!poll) return;
    clearTimeout(poll.timer);
    const { response } = poll;
    poll = undefined;
    answer(response);
  }

  const answerWithPending = ({ limit = 100 }: Asked, response: ServerResponse): void => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, result: pending.slice(0, limit) }));
  };

  return {
    get polling(): boolean {
      return poll !== undefined;
    },
    get pending(): readonly Update[] {
      return pending;
    },
    nextId: () => nextId++,
    /** Queues an update unless the bot asked not to see its kind. */
    add(update: Update): void {
      const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
      if (allowed.length > 0 && !allowed.includes(kind)) return;
      pending.push(update);
      if (poll) {
        const { asked } = poll;
        finish((response) => answerWithPending(asked, response));
      }
    },
    ask(asked: Asked, response: ServerResponse): void {
      finish((older) => answerError(older, 409, conflict));
      if (asked.allowed_updates) allowed = asked.allowed_updates;
      const { offset = 0 } = asked;
      if (offset > 0) pending = pending.filter(({ update_id: id }) => id >= offset);
      if (offset < 0) pending = pending.slice(offset);
      if (pending.length > 0) return answerWithPending(asked, response);
      const timer = setTimeout(
        () => finish((late) => answerWithPending(asked, late)),
        (asked.timeout ?? 0) * 1000,
      );
      poll = { asked, response, timer };
      response.on('close', () => {
        if (poll?.response !== response) return;
        clearTimeout(timer);
        poll = undefined;
      });
    },
    close: () => finish((response) => response.destroy()),
  };
}
