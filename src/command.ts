import type { Message } from './message.ts';
import { sentence } from './message.ts';
import type { Destination, Story, Subscription } from './model.ts';

/** One thing a command can be given. */
export type Option =
  | { readonly type: 'text'; readonly name: string; readonly description: string; readonly required?: true }
  | {
      readonly type: 'integer';
      readonly name: string;
      readonly description: string;
      readonly required?: true;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly type: 'choice';
      readonly name: string;
      readonly description: string;
      readonly required?: true;
      /** At most 25, as Discord shows no more. */
      readonly choices: readonly string[];
    };

export type OptionValues = Readonly<Record<string, string | number>>;

/** A person asking for a command, whatever the platform. */
export interface Call {
  readonly command: string;
  readonly options: OptionValues;
  /** Where the question was asked, hence where a subscription would post. */
  readonly from: Destination;
  readonly person: string;
  /** Manage Server on Discord, chat administrator on Telegram; asked only when a command needs to know. */
  readonly isAdmin: () => Promise<boolean>;
}

export interface FeedHealth {
  readonly title: string;
  readonly url: string;
  readonly lastOkAt?: number;
  readonly failures: number;
  readonly lastError?: string;
}

/** What commands can ask of the house; handed in, so that a command is testable as a function. */
export interface Newsroom {
  /** Newest first. */
  latest(query: { readonly company?: string; readonly count: number }): Promise<readonly Story[]>;
  subscription(to: Destination): Promise<Subscription | undefined>;
  subscribe(to: Destination, companies: readonly string[]): Promise<Subscription>;
  /** Whether there was something to end. */
  unsubscribe(to: Destination): Promise<boolean>;
  feeds(): Promise<readonly FeedHealth[]>;
}

export interface Context {
  readonly call: Call;
  readonly newsroom: Newsroom;
  readonly commands: readonly Command[];
  readonly now: number;
}

/** What people can ask, as a value: registration, /help and the docs derive from it. */
export interface Command {
  /** 1–32 of a–z and _, the alphabet both platforms accept. */
  readonly name: string;
  /** One line of at most 100 characters. */
  readonly description: string;
  readonly options: readonly Option[];
  readonly access: 'everyone' | 'admins';
  /** Who sees the answer, where the platform can tell them apart; Discord must know before `run` does. */
  readonly audience: 'chat' | 'caller';
  run(context: Context): Promise<Message>;
}

/** Answers a call: finds the command, asks for the right it needs, runs it. */
export async function answer(
  commands: readonly Command[],
  newsroom: Newsroom,
  call: Call,
  now: number,
): Promise<Message> {
  const command = commands.find(({ name }) => name === call.command);
  if (!command) return sentence(`I don't know /${call.command}. /help lists what I can do.`);
  if (command.access === 'admins' && !(await call.isAdmin())) {
    return sentence(
      `/${command.name} is for administrators (Manage Server on Discord, chat administrator on Telegram). Ask one of yours to run it.`,
    );
  }
  return command.run({ call, newsroom, commands, now });
}
