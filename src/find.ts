import type { Call, Command } from './command.ts';

export interface Found {
  readonly command: Command;
  /** As people write it: `feeds add`. */
  readonly path: string;
  /** What was written behind it. */
  readonly typed?: string;
}

/** The command or subcommand that a call asks for. */
export function find(commands: readonly Command[], { command: asked, typed }: Call): Found | undefined {
  const [name = '', sub] = asked.split(' ');
  const command = commands.find((one) => one.name === name);
  if (!command) return undefined;
  const [, first = '', rest = ''] = /^\s*(\S*)\s*(.*)$/su.exec(typed ?? '') ?? [];
  const under = (one: string) => command.subcommands?.find((subcommand) => subcommand.name === one);
  const named = sub === undefined ? undefined : under(sub);
  if (named) return { command: named, path: asked, ...(typed === undefined ? {} : { typed }) };
  const written = under(first.toLowerCase());
  if (written) return { command: written, path: `${name} ${written.name}`, typed: rest };
  return { command, path: name, ...(typed === undefined ? {} : { typed }) };
}
