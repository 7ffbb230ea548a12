import { setTimeout as pause } from 'node:timers/promises';

const longPatienceMs = 3 * 60_000;
const longestPauseMs = 2_000;

/**
 * Runs a statement that may be repeated, again while the server is away: it restarts, or the network breaks.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const patiently = async <Result>(
  run: () => Promise<Result>,
  patienceMs = longPatienceMs,
): Promise<Result> => {
  const until = performance.now() + patienceMs;
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
    try {
      return await run();
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error;
      await pause(waitMs);
    }
  }
};

const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|57P0[123]|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/u.test(
      code,
    ) ||
    /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect)/u.test(error.message)
  );
};
