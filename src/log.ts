import { type DestinationStream, pino } from 'pino';

/** Structured log lines: an object of facts, then one sentence. */
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** A log on stderr, because stdout belongs to stories and JSON lines. */
export const createLog = (
  level: LogLevel,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: described },
    },
    to,
  );

/** No other property of an error: libraries put addresses with tokens there. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return { name, message, ...code, stack, ...(cause === undefined ? {} : { cause: described(cause) }) };
}
