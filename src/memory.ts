import type { ChatSettings } from './command.ts';
import type { Delivery } from './delivery.ts';
import type {
  Article,
  Destination,
  Feed,
  FeedNotice,
  FeedState,
  Finding,
  HubSubscription,
  Story,
  Subscription,
} from './model.ts';
import type { Vote } from './vote.ts';
import type { Press } from './press.ts';
import type { JournalEntry } from './queue/journal.ts';
import type { Shelf, Store } from './store/store.ts';

/** An article that was judged, kept while its story may still have to be told or explained. */
export interface Judged {
  readonly article: Article;
  readonly finding: Finding;
  /** It was old news when its feed was first read: remembered, but not posted. */
  readonly backlog: boolean;
}

/** A summary as it was made. */
export interface Summary {
  readonly text: string;
  readonly by?: 'model';
  /** The same in languages that chats chose, by language; a model wrote them. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** The shelves by name: all that Pactwire remembers. */
export interface Memory {
  readonly feeds: Shelf<Feed>;
  readonly states: Shelf<FeedState>;
  /** Article id → when it was last marked; the key is what counts. */
  readonly seen: Shelf<number>;
  readonly articles: Shelf<Judged>;
  readonly stories: Shelf<Story>;
  /** Story id → its summary as it was made. */
  readonly summaries: Shelf<Summary>;
  readonly subscriptions: Shelf<Subscription>;
  readonly deliveries: Shelf<Delivery>;
  /** What chats are yet to be told of their feeds, by subscription and feed. */
  readonly notices: Shelf<FeedNotice>;
  /** Who was asked to push a feed, by its id. */
  readonly hubs: Shelf<HubSubscription>;
  readonly jobs: Shelf<JournalEntry>;
  /** The numbered writes of stories, by which processes follow each other. */
  readonly changes: Shelf<string>;
  /** Who alone may do what only one process may. */
  readonly leases: Shelf<string>;
  /** `heartbeat…`: when the running bot last showed that it and its disk are well; `changes`: the newest's number; `tokens-2026-11/…`: what the language model cost a process in a month. */
  readonly vitals: Shelf<number>;
  /** What buttons stand for, by their ids. */
  readonly presses: Shelf<Press>;
  /** What a reply to a question completes, by the question's name on its platform. */
  readonly questions: Shelf<Press>;
  /** How chats want to be spoken to, by `platform/chat`. */
  readonly chats: Shelf<ChatSettings>;
  /** Story/voter/verdict → vote. */
  readonly votes: Shelf<Vote>;
  /** Chats that were greeted, so that each is greeted once. */
  readonly greeted: Shelf<number>;
  /** Where chats lived first that their platform moved, by the `platform/chat` of now. */
  readonly origins: Shelf<Destination>;
}

/** All shelves, for whoever carries the memory elsewhere; a lease is nothing to take along. */
export const shelfNames: readonly Exclude<keyof Memory, 'leases'>[] = [
  'feeds',
  'states',
  'seen',
  'articles',
  'stories',
  'summaries',
  'subscriptions',
  'deliveries',
  'notices',
  'hubs',
  'jobs',
  'changes',
  'vitals',
  'presses',
  'questions',
  'chats',
  'votes',
  'greeted',
  'origins',
];

export const memory = (store: Store): Memory => ({
  feeds: store.shelf('feeds'),
  states: store.shelf('states'),
  seen: store.shelf('seen'),
  articles: store.shelf('articles'),
  stories: store.shelf('stories'),
  summaries: store.shelf('summaries'),
  subscriptions: store.shelf('subscriptions'),
  deliveries: store.shelf('deliveries'),
  notices: store.shelf('notices'),
  hubs: store.shelf('hubs'),
  jobs: store.shelf('jobs'),
  changes: store.shelf('changes'),
  leases: store.shelf('leases'),
  vitals: store.shelf('vitals'),
  presses: store.shelf('presses'),
  questions: store.shelf('questions'),
  chats: store.shelf('chats'),
  votes: store.shelf('votes'),
  greeted: store.shelf('greeted'),
  origins: store.shelf('origins'),
});

/** How long things are kept, in milliseconds; what is absent is kept for good. */
export interface Retention {
  readonly seenMs: number;
  readonly articlesMs: number;
  readonly deliveriesMs: number;
  /** Posts that failed for good. */
  readonly failedMs: number;
}

/** Everything on a shelf, for shelves small enough to be read whole. */
export async function all<Value>(shelf: Shelf<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const [, value] of shelf.entries()) values.push(value);
  return values;
}
