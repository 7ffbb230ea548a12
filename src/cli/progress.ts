/** One line at the bottom of a terminal that says how far a round is; written over, never scrolled. */
export interface Progress {
  show(done: number, total: number, what: string): void;
  clear(): void;
}

const width = 20;

/** How much is done as a bar, then in numbers. */
function bar(done: number, total: number, what: string): string {
  const full = total === 0 ? width : Math.round((Math.min(done, total) / total) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${done} of ${total} ${what}`;
}

const eraseLine = '\r\u001b[2K';

/** `write` is the terminal's stderr; `undefined` where stderr is no terminal. */
export function progress(write: ((text: string) => void) | undefined): Progress {
  return {
    show: (done, total, what) => write?.(`${eraseLine}${bar(done, total, what)}`),
    clear: () => write?.(eraseLine),
  };
}
