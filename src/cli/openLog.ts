import { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import type { Config } from '../config.ts';
import { createLog, type Log, type LogLevel } from '../log.ts';
import type { Secret } from '../secret.ts';
import type { Io } from './io.ts';

/** The log that the settings ask for, on stderr: JSON lines for programs, coloured lines for a person at a terminal. */
export async function openLog(
  { err, progress, terminal }: Io,
  config: Config,
  level: LogLevel = config.logLevel,
): Promise<Log> {
  const write = masking([config.discordToken, config.telegramToken], (line) => err(line.trimEnd()));
  const pretty = config.logFormat === 'pretty' || (config.logFormat === 'auto' && progress !== undefined);
  return createLog(level, pretty ? await forPeople(write, terminal().styled) : { write });
}

/** The last of several nets: no library, error or address can carry a token into the log. */
function masking(secrets: readonly (Secret | undefined)[], write: (line: string) => void) {
  const hidden = secrets.flatMap((one) => (one === undefined ? [] : [one.reveal()]));
  return (line: string): void => write(hidden.reduce((text, one) => text.replaceAll(one, '****'), line));
}

async function forPeople(write: (line: string) => void, styled: boolean): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  const destination = new Writable({
    write(line: Buffer, _encoding, written) {
      write(line.toString());
      written();
    },
  });
  return pretty({
    colorize: styled,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'hostname,pid',
    destination,
  });
}
