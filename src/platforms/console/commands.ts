import type { Call } from '../../command.ts';

/** Reads one typed line as a call; the slash may be left out. Whoever sits at the terminal is its administrator. */
export function readLine(line: string): Call {
  const [, name = '', typed = ''] = /^\s*\/?(\S+)\s*(.*)$/su.exec(line) ?? [];
  return byTerminal({ command: name.toLowerCase(), options: {}, typed });
}

export const byTerminal = (asked: Pick<Call, 'command' | 'options'> & Partial<Call>): Call => ({
  ...asked,
  from: { platform: 'console', chat: 'terminal' },
  person: 'terminal',
  isAdmin: async () => true,
});
