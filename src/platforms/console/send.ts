import type { SendOutcome } from '../platform.ts';

/** Prints a post; printing has no identity of its own, so the key serves as the message's id. */
export function send(print: (text: string) => void, text: string, key: string): SendOutcome {
  print(text);
  return { is: 'sent', message: key };
}
