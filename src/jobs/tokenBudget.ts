import { randomUUID } from 'node:crypto';
import type { Memory } from '../memory.ts';

/** What a language model may cost in a month. */
export interface Budget {
  /** Sets so many tokens aside; false when that is more than is left. */
  reserve(tokens: number): Promise<boolean>;
  /** Gives back what was set aside, and pays what it cost. */
  settle(reserved: number, spent: number): Promise<void>;
}

/** Each process keeps an account of its own, which nobody else writes, and all accounts count. */
const account = randomUUID();
/** Beyond the month, for whoever wants to look. */
const keptMs = 62 * 86_400_000;
let turn: Promise<unknown> = Promise.resolve();

/** One after the other within a process, since each step reads and then writes. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = turn.then(work, work);
  turn = done.catch(() => {});
  return done;
}

/**
 * Reserves first and settles after, so that summaries that are made at once do not spend the same tokens twice. What a
 * kill leaves reserved counts as spent.
 */
export function budgetOf(vitals: Memory['vitals'], monthlyTokens: number, now: number): Budget {
  const month = `tokens-${new Date(now).toISOString().slice(0, 7)}`;
  const own = `${month}/${account}`;

  async function total(): Promise<number> {
    let sum = 0;
    for await (const [key, tokens] of vitals.entries())
      if (key === month || key.startsWith(`${month}/`)) sum += tokens;
    return sum;
  }
  const add = async (tokens: number): Promise<void> =>
    vitals.set(own, ((await vitals.get(own)) ?? 0) + tokens, keptMs);

  return {
    reserve: (tokens) =>
      inTurn(async () => {
        if ((await total()) + tokens > monthlyTokens) return false;
        await add(tokens);
        return true;
      }),
    settle: (reserved, spent) => inTurn(() => add(spent - reserved)),
  };
}
