import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';

/** Answers calls and writes a line for each, with a request id that the error carries too when answering fails. */
export const answering =
  <Given extends { readonly command: string; readonly from: { readonly platform: string } }, Answer>(
    answer: (call: Given) => Promise<Answer>,
    log: Log,
  ) =>
  async (call: Given): Promise<Answer> => {
    const request = randomUUID().slice(0, 8);
    const startedAt = performance.now();
    try {
      const answered = await answer(call);
      const ms = Math.round(performance.now() - startedAt);
      // Who asked and for what is nobody's business, the operator's neither.
      log.info({ request, command: call.command, platform: call.from.platform, ms }, 'command answered');
      return answered;
    } catch (error) {
      throw new Error(`request ${request} failed`, { cause: error });
    }
  };
