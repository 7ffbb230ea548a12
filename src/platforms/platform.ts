import type { Call, Command } from '../command.ts';
import type { Log } from '../log.ts';
import type { Message } from '../message.ts';
import type { Destination, PlatformName } from '../model.ts';
import type { Pace } from '../pace.ts';
import type { Press } from '../press.ts';
import type { Sentence } from '../words/sentence.ts';

/** What became of one post. Everything a platform is known to answer is a value; an exception is a bug. */
export type SendOutcome =
  /** `pauseMs`: the platform says that this chat takes nothing more for so long. */
  | { readonly is: 'sent'; readonly message: string; readonly pauseMs?: number }
  | Wait
  /** The chat lives on under another id (a Telegram group became a supergroup). */
  | { readonly is: 'moved'; readonly to: Destination }
  /** The chat is gone for us: deleted, or the bot was removed or blocked. */
  | { readonly is: 'gone'; readonly reason: Sentence }
  /** This message is refused, or everything to this chat until somebody mends it; `reason` says how. */
  | { readonly is: 'refused'; readonly what: 'message' | 'chat'; readonly reason: Sentence }
  /** The platform as a whole refuses us (a wrong token): nothing more can be sent to it. */
  | { readonly is: 'halted'; readonly reason: Sentence };

/** Where a platform brings what people ask. */
export interface FrontDesk {
  readonly commands: readonly Command[];
  /** Never rejects: what goes wrong is said in the answer. */
  answer(call: Call): Promise<Message>;
  /** What a half-typed option may be meant to become, best first. */
  suggest(call: Call, option: string, typed: string): Promise<readonly string[]>;
  /** What the button of this id stands for; nothing when that was too long ago. */
  pressed(id: string): Promise<Press | undefined>;
  /** Remembers that a reply to the message of this name completes the press; the name is the platform's own. */
  question(name: string, press: Press): Promise<void>;
  questioned(name: string): Promise<Press | undefined>;
  /** What to say in a place the bot has just come to; nothing when it was said there before. */
  greet(name: string, to: Destination, locale: string | undefined): Promise<Message | undefined>;
  /** The platform has given a chat another id. */
  moved(from: Destination, to: Destination): Promise<void>;
  /** Why a call is not for whoever makes it, before they are asked for more; nothing when it is. */
  refusal(call: Call): Promise<Message | undefined>;
  /** What to say of a button that stands for nothing any more. */
  expired(asked: Pick<Call, 'from' | 'locale'>): Promise<Message>;
}

/** Not now: a rate limit, an outage or a dropped connection. Sending again with the same key is right. */
export interface Wait {
  readonly is: 'wait';
  readonly ms: number;
  readonly scope: 'chat' | 'platform';
  readonly reason: Sentence;
  /** The post may have been made all the same: the request was on its way when sight of it was lost. */
  readonly doubtful?: true;
}

/** How a post is made, beyond its text. */
export interface SendOptions {
  /** The id of an earlier message there that this one answers; when it is gone, the post goes out all the same. */
  readonly replyTo?: string;
  /** Nobody's device makes a sound. */
  readonly silent?: boolean;
  /** The post begins a thread with these tags, by name; those that the forum does not have are left out. */
  readonly thread?: { readonly tags: readonly string[] };
  /** An earlier attempt may have made the post: it is looked for first, where the platform cannot tell by the key. */
  readonly again?: true;
}

/** A running connection that receives commands. */
export interface Listener {
  /** Resolves with a sentence when listening ended for good and by itself (wrong token, a second listener). */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** A place where messages can be posted and commands received. Sending is stateless HTTP, apart from listening. */
export interface Platform {
  readonly name: PlatformName;
  readonly pace: Pace;
  /** For how long the platform recognises the key of a repeated post; 0 where it never does. */
  readonly remembersKeyMs: number;
  /** Posts; the same `key` (at most 25 characters) marks a repeat of the same post, where the platform can tell. */
  send(to: Destination, message: Message, key: string, options?: SendOptions): Promise<SendOutcome>;
  /** Replaces the text of an earlier post, `id` being what `sent` said. */
  edit(to: Destination, id: string, message: Message): Promise<SendOutcome>;
  /** Passes an earlier post on to all who follow its channel; absent where no channel can be followed. */
  publish?(to: Destination, id: string): Promise<SendOutcome>;
  /** Where a person (by the platform's id) can be written to in private; nothing when that is not allowed. */
  person(id: string): Promise<Destination | undefined>;
  /** Shows people the desk's commands and answers them; resolves when the first connection stands or has failed for good. */
  listen(desk: FrontDesk): Promise<Listener>;
  close(): Promise<void>;
}

/** How to reach a platform with a token. */
export interface Connection {
  readonly token: string;
  /** Another REST base than the official one, without a trailing slash. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** How many messages the platform takes from this bot a second, if it is another number than usual. */
  readonly perSecond?: number;
}
