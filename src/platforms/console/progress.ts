/** One line at the bottom of a terminal that says how far a round is; written over, never scrolled. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const eraseLine = '\r\u001b[2K';

/** `write` is the terminal's stderr; `undefined` where stderr is no terminal. */
export function progress(write: ((text: string) => void) | undefined): Progress {
  return {
    show: (text) => write?.(`${eraseLine}${text}`),
    clear: () => write?.(eraseLine),
  };
}
