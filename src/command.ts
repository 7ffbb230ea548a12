import type { Attachment, Message } from './message.ts';
import type { DeliveryState } from './delivery.ts';
import type {
  DeliveryId,
  Destination,
  Feed,
  FeedId,
  Finding,
  Stage,
  Story,
  StoryId,
  Subscription,
  SubscriptionId,
} from './model.ts';
import type { Place, PlaceKind } from './place.ts';
import type { Ask } from './press.ts';
import type { Archive } from './stories/archive.ts';
import type { Trends } from './stories/queries.ts';
import type { Vote } from './vote.ts';
import type { KeptSentence, Sentence } from './words/sentence.ts';
import type { Words } from './words/words.ts';

interface Named {
  /** 1–32 of a–z and _. */
  readonly name: string;
  /** One line of at most 100 characters. */
  readonly description: string;
  readonly required?: true;
}

/** One thing a command can be given. */
export type Option = Named &
  (
    | {
        readonly type: 'text';
        /** What the text may be meant to become, best first, while it is being typed. */
        suggest?(typed: string, context: Context): Promise<readonly string[]>;
      }
    | { readonly type: 'integer'; readonly min: number; readonly max: number }
    /** At most 25 choices, as Discord shows no more. */
    | { readonly type: 'choice'; readonly choices: readonly string[] }
    /** A chat or channel of the caller's; its value is what `Call.place` understands. */
    | { readonly type: 'place' }
    /** A role or a person to mention: `role:ID`, `user:ID`. */
    | { readonly type: 'mention' }
    /** A file sent along; there is one a call at most. */
    | { readonly type: 'file' }
  );

export type OptionValues = Readonly<Record<string, string | number>>;

/** A person asking for a command, whatever the platform. */
export interface Call {
  /** A command's name, and a subcommand's after a blank. */
  readonly command: string;
  readonly options: OptionValues;
  /** What was written after the command, where the platform has no options of its own: read into `options`. */
  readonly typed?: string;
  /** Where the question was asked, hence where a subscription would post. */
  readonly from: Destination;
  /** The server around it, where a platform groups chats. */
  readonly server?: string;
  /** What kind of place it is, where a platform has several. */
  readonly placeKind?: PlaceKind;
  readonly person: string;
  /** The person's language as the platform tells it (BCP 47). */
  readonly locale?: string;
  /** It came from a button, not from words. */
  readonly pressed?: true;
  /** Manage Server on Discord, chat administrator on Telegram; asked only when a command needs to know. */
  readonly isAdmin: () => Promise<boolean>;
  /** Finds a place by what was given for a `place` option; nothing when there is none that the bot can see. */
  readonly place?: (named: string) => Promise<Place | undefined>;
  /** Fetches the file that came along; nothing when it is larger than we take. */
  readonly file?: () => Promise<Attachment | undefined>;
  /** Shows how far the answer is, in its place. */
  readonly progress?: (message: Message) => Promise<void>;
}

export interface FeedHealth extends Pick<Feed, 'id' | 'title' | 'url' | 'addedIn'> {
  readonly lastOkAt?: number;
  readonly failures: number;
  readonly lastError?: KeptSentence;
  readonly isPaused: boolean;
}

/** What came of reading an address once, without remembering anything. */
export type Tried =
  | {
      readonly is: 'read';
      readonly feed: Feed;
      /** More feeds of the same page. */
      readonly others: readonly Feed[];
      /** Newest first, with the decision on each. */
      readonly items: readonly { readonly title: string; readonly url: string; readonly finding: Finding }[];
    }
  | { readonly is: 'unreadable'; readonly reason: Sentence };

/** An article, or a title as typed, and the decision on it. */
export interface Explained {
  readonly title: string;
  readonly url?: string;
  readonly finding: Finding;
}

/** How a chat wants to be spoken to. */
export interface ChatSettings {
  /** One of the languages of the interface; the caller's own when absent. */
  readonly language?: string;
  /** An IANA name such as `Europe/Berlin`; UTC when absent. */
  readonly timeZone?: string;
  /** What it calls companies: a name of its own → the company that it means. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A post as the ledger of its place shows it. */
export interface Posting {
  readonly id: DeliveryId;
  readonly story: StoryId;
  readonly headline: string;
  /** The later stage of the story that it tells, if it is not the post of the story itself. */
  readonly step?: Stage;
  readonly createdAt: number;
  readonly state: DeliveryState;
  readonly mayRepeat?: true;
}

/** What commands can ask of the house; handed in, so that a command is testable as a function. */
export interface Newsroom {
  readonly stories: Pick<Archive, 'latest' | 'search' | 'company' | 'between' | 'trends' | 'get'>;
  /** PNGs in the words of a chat; nothing when there is nothing to draw. */
  readonly pictures: {
    /** Who works with whom, around the companies in `focus`. */
    network(
      stories: readonly Story[],
      focus: readonly string[],
      words: Words,
    ): Promise<Attachment | undefined>;
    /** The busiest companies, and how busy they were before. */
    trends(trends: Trends, words: Words): Promise<Attachment | undefined>;
  };
  /** Companies that may be meant by what is typed, the most told of first. */
  companies(typed: string): readonly string[];

  /** All there are, paused ones too. */
  subscriptions(): Promise<readonly Subscription[]>;
  /** Adds a subscription, which gets its id, or changes the one of its id. */
  subscribe(subscription: Subscription): Promise<Subscription>;
  /** Whether there was something to end. */
  unsubscribe(id: SubscriptionId): Promise<boolean>;
  isSamePlace(a: Destination, b: Destination): boolean;
  /** The stories since an instant that a subscription lets pass, newest first. */
  wouldPost(subscription: Subscription, since: number): Promise<readonly Story[]>;
  /** What a subscription that names no other has as its least confidence. */
  readonly leastConfidence: number;

  readonly packs: readonly { readonly name: string; readonly title: string }[];
  feeds(): Promise<readonly FeedHealth[]>;
  /** What waits for a place, what is held, what was sent there and what failed, newest first. */
  outbox(to: Destination): Promise<readonly Posting[]>;
  /** Sends what failed or waits, now; it also ends the pause of the place. False when it is no such post of the place. */
  sendAgain(to: Destination, id: DeliveryId): Promise<boolean>;
  /** Gives up on what failed or waits. False when it is no such post of the place. */
  drop(to: Destination, id: DeliveryId): Promise<boolean>;
  tryFeed(address: string): Promise<Tried>;
  /** By the link of an article that a feed brought, or by a title; nothing when the link is none of them. */
  explain(asked: string): Promise<Explained | undefined>;
  addFeed(feed: Feed): Promise<void>;
  removeFeed(id: FeedId): Promise<Feed | undefined>;
  pauseFeed(id: FeedId, isPaused: boolean): Promise<void>;
  readonly opml: {
    read(
      text: string,
    ):
      | { readonly ok: true; readonly feeds: readonly Feed[]; readonly skipped: readonly string[] }
      | { readonly ok: false; readonly reason: Sentence };
    write(title: string, feeds: readonly Pick<Feed, 'id' | 'title' | 'url'>[]): Promise<string>;
  };

  /** Whether the administrators of where a call comes from decide for every chat what is one story. */
  curates(call: Pick<Call, 'from' | 'server'>): boolean;
  vote(vote: Vote, voter: string): Promise<void>;
  takeBackVote(story: StoryId, voter: string): Promise<void>;
  /** Puts a sentence in the place of a post, unless it stands there already, and keeps the post from coming back. */
  hidePost(story: StoryId, to: Destination, sentence?: string): Promise<void>;
  /** Brings a hidden post back. */
  showPost(story: StoryId, to: Destination): Promise<void>;
  /** The story that has this link among its sources, or those that these words may mean, best first. */
  storiesNamed(named: string): { readonly exact: boolean; readonly stories: readonly Story[] };
  /** Has two stories made one, for every chat; false when they have no company in common and stay apart. */
  mergeStories(from: Story, into: Story): Promise<boolean>;
  /** Has a story that was merged into another made its own again. */
  partStory(from: StoryId): Promise<void>;
  settings(chat: Destination): Promise<ChatSettings>;
  saveSettings(chat: Destination, settings: ChatSettings): Promise<void>;
  readonly limits: Limits;
}

/** How much one chat may have of what costs all of them something. */
export interface Limits {
  readonly subscriptions: number;
  /** All places of a server together. */
  readonly subscriptionsPerServer: number;
  readonly feeds: number;
}

export interface Context {
  readonly call: Call;
  readonly newsroom: Newsroom;
  readonly commands: readonly Command[];
  /** How to speak in this chat. */
  readonly words: Words;
  /** The company that is meant by a name, as this chat calls it. */
  meant(name: string): string;
  readonly now: number;
  /** Makes what a button needs: pressing it asks for the command with these options, for as long as it is kept. */
  press(
    command: string,
    options?: OptionValues,
    more?: { readonly ask?: Ask; readonly keepMs?: number },
  ): string;
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
  /** Reached by buttons and links alone: in no menu and no list. */
  readonly hidden?: true;
  /** Commands of their own under this name; the command itself is then what its name alone does in writing. */
  readonly subcommands?: readonly Command[];
  run(context: Context): Promise<Message>;
}
