import type { HouseEvent } from './jobs/house.ts';
import type { Story } from './model.ts';
import { inEnglish } from './words/sentence.ts';

/** The figures of one round. */
export interface Round {
  readonly feeds: number;
  readonly fetched: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly articles: number;
  readonly unseen: number;
  readonly stories: number;
}

/** Counts the events of a round. */
export interface Tally {
  add(event: HouseEvent): void;
  /** Feeds heard of so far. */
  polled(): number;
  round(): Round;
  told(): readonly Story[];
  /** What is no failure and yet worth knowing, such as which feed of a page was read. */
  notes(): readonly string[];
  /** One sentence per kind of failure: a feed and its reason, then who shares it. */
  failures(): readonly string[];
}

export function tally(): Tally {
  const count = { fetched: 0, unchanged: 0, failed: 0, articles: 0, unseen: 0 };
  const told = new Map<string, Story>();
  const notes: string[] = [];
  const failures: Extract<HouseEvent, { is: 'failed' }>[] = [];
  const polled = () => count.fetched + count.unchanged + count.failed;

  function add(event: HouseEvent): void {
    switch (event.is) {
      case 'fetched':
        count.fetched += 1;
        count.articles += event.articles;
        count.unseen += event.unseen;
        break;
      case 'unchanged':
        count.unchanged += 1;
        break;
      case 'found':
        notes.push(foundSentence(event));
        break;
      case 'failed':
        count.failed += 1;
        failures.push(event);
        break;
      case 'told':
        told.set(event.story.id, event.story);
        break;
      case 'joined':
        // Only a story of this round: an older one was told in its own.
        if (told.has(event.story.id)) told.set(event.story.id, event.story);
        break;
      case 'pushed':
      case 'delivery':
      case 'edit':
      case 'crosspost':
      case 'unwritten':
      case 'held':
      case 'paused':
      case 'unheard':
      case 'halted':
      case 'hook':
      case 'begun':
      case 'round':
        break;
    }
  }
  return {
    add,
    polled,
    round: () => ({ feeds: polled(), ...count, stories: told.size }),
    told: () => [...told.values()],
    notes: () => notes,
    failures: () => Object.values(Object.groupBy(failures, ({ kind }) => kind)).map(sentence),
  };
}

type Found = Extract<HouseEvent, { is: 'found' }>;

export function foundSentence({ feed, chosen, others }: Found): string {
  const rest = others.length > 0 ? `; there are also ${others.map(({ url }) => url).join(', ')}` : '';
  return `${feed.url} is a page: its feed ${chosen.url} is read${rest}.`;
}

const namedOthers = 4;

function sentence(alike: readonly Extract<HouseEvent, { is: 'failed' }>[] = []): string {
  const [first, ...others] = alike;
  if (!first) return '';
  const said = `${first.feed.title}: ${inEnglish(first.reason)}`;
  if (others.length === 0) return said;
  const names = others.slice(0, namedOthers).map(({ feed }) => feed.title);
  const more = others.length - names.length;
  return `${said} (and alike: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}
