import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Call, FeedHealth, Newsroom } from '../../src/command.ts';
import type { Message } from '../../src/message.ts';
import type { Destination, Subscription, SubscriptionId } from '../../src/model.ts';
import { aDesk } from '../desk.ts';
import { aSource, aStory } from '../story.ts';

const here: Destination = { platform: 'telegram', chat: '7' };
const noon = Date.parse('2026-03-02T12:00:00Z');

function house(feeds: readonly FeedHealth[] = []): Newsroom {
  const subscriptions = new Map<string, Subscription>();
  return {
    latest: async ({ company, count }) =>
      [aStory(), aStory({ headline: 'Second', sources: [aSource(), aSource({ outlet: 'B' })] })]
        .filter(({ partners }) => company === undefined || partners.includes(company))
        .slice(0, count),
    subscription: async (to) => subscriptions.get(to.chat),
    async subscribe(to, companies) {
      const id = to.chat as SubscriptionId;
      const subscription = { id, to, companies, leastConfidence: 0.5, createdAt: 0 };
      subscriptions.set(to.chat, subscription);
      return subscription;
    },
    unsubscribe: async (to) => subscriptions.delete(to.chat),
    feeds: async () => feeds,
    settings: async () => ({}),
    outbox: async () => [],
    sendAgain: async () => false,
    drop: async () => false,
  };
}

const call = (command: string, options: Call['options'] = {}, admin = true): Call => ({
  command,
  options,
  from: here,
  person: '1',
  isAdmin: async () => admin,
});

const text = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.is === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map((one) => one.text).join(''))
    .join('\n');

async function say(newsroom: Newsroom, asked: Call): Promise<string> {
  const desk = await aDesk(commands, { newsroom, now: () => noon + 3_600_000 });
  return text(await desk.answer(asked));
}

describe('readers', () => {
  it.each([
    [
      '/latest',
      call('latest', { count: 1 }),
      'Latest partnerships\nLumora teams up with Arctic Optics\nLumora × Arctic Optics · The Circuit Post · 1 hr. ago',
    ],
    [
      '/latest of a company',
      call('latest', { company: 'Lumora' }),
      /^Latest partnerships of Lumora\n[^]*The Circuit Post and 1 more/u,
    ],
    [
      '/latest of a company nobody told of',
      call('latest', { company: 'Tern' }),
      /^No partnership of Tern noticed yet/u,
    ],
    [
      '/help',
      call('help'),
      /\/latest \[company\] \[count\] .*\n\/subscribe \[companies\] .*\(administrators\)/u,
    ],
    ['an unknown command', call('dance'), "I don't know /dance. /help lists what I can do."],
  ])('%s', async (_name, asked, expected) => {
    const said = await say(house(), asked);
    expect(said).toMatch(
      typeof expected === 'string' ? new RegExp(`^${RegExp.escape(expected)}$`, 'u') : expected,
    );
  });

  it('/feeds says which are in trouble, and why', async () => {
    const said = await say(
      house([
        { title: 'Good', url: 'https://good.example', failures: 0, lastOkAt: 1 },
        { title: 'Bad', url: 'https://bad.example', failures: 3, lastError: 'the name does not resolve' },
        { title: 'New', url: 'https://new.example', failures: 0 },
      ]),
      call('feeds'),
    );
    expect(said).toBe(
      '3 feeds\n1 read well · 1 in trouble · 1 not read yet\nBad: the name does not resolve (3 in a row)',
    );
  });
});

describe('administrators', () => {
  it.each(['subscribe', 'unsubscribe'])('/%s is refused to others', async (name) => {
    const newsroom = house();
    expect(await say(newsroom, call(name, {}, false))).toMatch(/is for administrators/u);
    expect(await newsroom.subscription(here)).toBeUndefined();
  });

  it('subscribe, change their mind and leave', async () => {
    const newsroom = house();
    expect(await say(newsroom, call('subscribe'))).toMatch(/^From now on I post every new partnership here/u);
    expect(await say(newsroom, call('subscribe', { companies: 'Lumora, Arctic Optics' }))).toMatch(
      /^Changed: from now on I post new partnerships of Lumora and Arctic Optics here/u,
    );
    expect((await newsroom.subscription(here))?.companies).toEqual(['Lumora', 'Arctic Optics']);
    expect(await say(newsroom, call('unsubscribe'))).toMatch(/^Done/u);
    expect(await say(newsroom, call('unsubscribe'))).toMatch(/^There was no subscription/u);
  });
});

describe('every command', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s fits both platforms',
    (name, command) => {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/u);
      expect(command.description.length).toBeLessThanOrEqual(100);
      for (const option of command.options) {
        expect(option.name).toMatch(/^[a-z0-9_]{1,32}$/u);
        expect(option.description.length).toBeLessThanOrEqual(100);
      }
    },
  );
});
