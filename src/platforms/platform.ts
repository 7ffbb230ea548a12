import type { Call, Command } from '../command.ts';
import type { Log } from '../log.ts';
import type { Message } from '../message.ts';
import type { Destination, PlatformName } from '../model.ts';

/** What became of one post. Everything a platform is known to answer is a value; an exception is a bug. */
export type SendOutcome =
  | { readonly is: 'sent'; readonly message: string }
  /** Not now: a rate limit, an outage or a dropped connection. Sending again with the same key is right. */
  | { readonly is: 'wait'; readonly ms: number; readonly scope: 'chat' | 'platform'; readonly reason: string }
  /** The chat lives on under another id (a Telegram group became a supergroup). */
  | { readonly is: 'moved'; readonly to: Destination }
  /** The chat is gone for us: deleted, or the bot was removed or blocked. */
  | { readonly is: 'gone'; readonly reason: string }
  /** This chat or this message is refused; `reason` names the mend. */
  | { readonly is: 'refused'; readonly reason: string }
  /** The platform as a whole refuses us (a wrong token): nothing more can be sent to it. */
  | { readonly is: 'halted'; readonly reason: string };

/** A running connection that receives commands. */
export interface Listener {
  /** Resolves with a sentence when listening ended for good and by itself (wrong token, a second listener). */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** A place where messages can be posted and commands received. Sending is stateless HTTP, apart from listening. */
export interface Platform {
  readonly name: PlatformName;
  /** Posts; the same `key` (at most 25 characters) marks a repeat of the same post, where the platform can tell. */
  send(to: Destination, message: Message, key: string): Promise<SendOutcome>;
  /** Replaces the text of an earlier post, `id` being what `sent` said. */
  edit(to: Destination, id: string, message: Message): Promise<SendOutcome>;
  /** Shows the commands to people and answers them; resolves when the first connection stands or has failed for good. */
  listen(commands: readonly Command[], answer: (call: Call) => Promise<Message>): Promise<Listener>;
  close(): Promise<void>;
}

/** How to reach a platform with a token. */
export interface Connection {
  readonly token: string;
  /** Another REST base than the official one, without a trailing slash. */
  readonly apiUrl?: string;
  readonly log: Log;
}
