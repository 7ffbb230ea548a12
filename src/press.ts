import { createHash } from 'node:crypto';
import type { OptionValues } from './command.ts';

/** What a button stands for: a command with its options, looked up by the button's id when it is pressed. */
export interface Press {
  readonly command: string;
  readonly options: OptionValues;
  /** One option that the person fills in after pressing. */
  readonly ask?: Ask;
}

export interface Ask {
  readonly option: string;
  /** The question, at most 45 characters where forms are to show it whole. */
  readonly label: string;
  /** What a form is filled with beforehand. */
  readonly value?: string;
}

const asking = '?';

/**
 * The id of a press: equal presses have equal ids, so that keeping one twice changes nothing. It opens no door by
 * itself, because only presses that were kept are found, and the presser's rights are asked for like a writer's.
 */
export function pressId(press: Press): string {
  const hash = createHash('sha256').update(JSON.stringify(press)).digest('base64url').slice(0, 22);
  return `${press.ask ? asking : '.'}${hash}`;
}

/** Known from the id alone, because a form must be opened before anything is looked up. */
export const asksForWords = (id: string): boolean => id.startsWith(asking);
