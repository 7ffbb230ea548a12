import { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import { type Config, settings } from '../config.ts';
import { createLog, type Log, type LogLevel } from '../log.ts';
import type { Io } from './io.ts';

/** The log that the settings ask for, on stderr: JSON lines for programs, coloured lines for a person at a terminal. */
export async function openLog(
  { err, progress, terminal }: Io,
  config: Config,
  level: LogLevel = config.logLevel,
): Promise<Log> {
  const write = masking(secretsOf(config), (line) => err(line.trimEnd()));
  const pretty = config.logFormat === 'pretty' || (config.logFormat === 'auto' && progress !== undefined);
  return createLog(level, pretty ? await forPeople(write, terminal().styled) : { write });
}

/** The last of several nets: no library, error or address can carry a token or a password into the log. */
function masking(hidden: readonly string[], write: (line: string) => void) {
  return (line: string): void => write(hidden.reduce((text, one) => text.replaceAll(one, '****'), line));
}

/** What must not be read in a log: tokens and keys, and passwords as they stand in addresses. */
const secretsOf = (config: Config): readonly string[] =>
  typedKeys(settings)
    .filter((key) => 'secret' in settings[key])
    .flatMap((key) => {
      const value = config[key];
      if (typeof value === 'object' && 'reveal' in value) return [value.reveal()];
      const { password = '' } = URL.parse(String(value ?? '')) ?? {};
      return password === '' ? [] : [`:${password}@`, `:${decodeURIComponent(password)}@`];
    });

const typedKeys = Object.keys as (table: typeof settings) => (keyof typeof settings)[];

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
