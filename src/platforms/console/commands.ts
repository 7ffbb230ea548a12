import { parseArguments } from '../../arguments.ts';
import type { Call, Command } from '../../command.ts';

export type Asked =
  | { readonly is: 'call'; readonly call: Call }
  | { readonly is: 'refused'; readonly reason: string };

/** Reads one typed line as a call; the slash may be left out. Whoever sits at the terminal is its administrator. */
export function readLine(commands: readonly Command[], line: string): Asked {
  const [, name = '', typed = ''] = /^\s*\/?(\S+)\s*(.*)$/su.exec(line) ?? [];
  const command = commands.find((one) => one.name === name.toLowerCase());
  const parsed = command ? parseArguments(command.options, typed) : { ok: true as const, values: {} };
  if (!parsed.ok) return { is: 'refused', reason: parsed.reason };
  return {
    is: 'call',
    call: {
      command: command?.name ?? name,
      options: parsed.values,
      from: { platform: 'console', chat: 'terminal' },
      person: 'terminal',
      isAdmin: async () => true,
    },
  };
}
