import { packs } from '../../feeds/index.ts';
import { chatKey } from '../chatKey.ts';
import type { Limits, Newsroom } from '../command.ts';
import { ledger } from '../ledger.ts';
import type { Memory, Retention } from '../memory.ts';
import type { Feed, FeedId } from '../model.ts';
import { readOpml, writeOpml } from '../opml.ts';
import type { Fetcher } from '../pipeline/fetch/fetch.ts';
import type { Queue } from '../queue/queue.ts';
import type { Archive } from '../stories/archive.ts';
import { companyNames } from './companyNames.ts';
import { explain } from './explain.ts';
import { feedsRoom } from './feedsRoom.ts';
import { pictures } from './pictures.ts';
import { subscriptionsRoom } from './subscriptionsRoom.ts';
import { votesRoom } from './votesRoom.ts';

export interface NewsroomParts {
  readonly memory: Memory;
  readonly retention: Retention;
  readonly archive: Archive;
  readonly queue: Pick<Queue, 'add'>;
  /** What is polled now; feeds that people add join it at once. */
  readonly feeds: Map<FeedId, Feed>;
  readonly fetcher: Fetcher;
  readonly leastConfidence: number;
  readonly limits: Limits;
  /** The ids of servers and chats whose administrators decide for every chat what is one story. */
  readonly curators: readonly string[];
  readonly now: () => number;
}

/** What commands can ask for, answered from memory. */
export const newsroom = (parts: NewsroomParts): Newsroom => ({
  ...ledger(parts),
  stories: parts.archive,
  pictures,
  companies: companyNames(parts.archive, parts.now),
  ...subscriptionsRoom(parts),
  ...feedsRoom(parts),
  ...votesRoom(parts),
  explain: (asked) => explain(asked, parts.memory),
  packs: packs.map(({ name, title }) => ({ name, title })),
  opml: { read: readOpml, write: writeOpml },
  settings: async (chat) => (await parts.memory.chats.get(chatKey(chat))) ?? {},
  saveSettings: (chat, settings) => parts.memory.chats.set(chatKey(chat), settings),
  limits: parts.limits,
});
