import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ledger } from '../src/ledger.ts';
import type { DeliveryId, Destination, StoryId } from '../src/model.ts';
import { archive } from '../src/stories/archive.ts';
import { type Newsdesk, newsdesk } from './jobs/newsdesk.ts';
import { retention } from './retention.ts';
import { type Press, press } from './jobs/press.ts';
import { aStory } from './story.ts';

const here: Destination = { platform: 'telegram', chat: '1' };
const elsewhere: Destination = { platform: 'telegram', chat: '2' };
const first = aStory({ stage: 'rumoured' });
const second = aStory({ id: 's2' as StoryId, headline: 'Kestrel partners with Tern' });
const refusal = { is: 'refused', what: 'chat', reason: { say: 'telegram.topicClosed' } } as const;

let paper: Press;
let desk: Newsdesk;
let book: ReturnType<typeof ledger>;

beforeEach(async () => {
  paper = press('telegram');
  desk = await newsdesk(() => [paper]);
  const { memory } = desk;
  book = ledger({ memory, retention, queue: desk.queue, archive: archive([first, second]), now: Date.now });
});
afterEach(() => desk.close());

const shown = async (to = here) =>
  (await book.outbox(to)).map(({ headline, step, state }) => [headline, step, state.is].join(' '));
const becomes = (...lines: string[]) => vi.waitFor(async () => expect(await shown()).toEqual(lines));

describe('the ledger of a place', () => {
  it('shows what was sent and what failed, with the reason, and nothing of other places', async () => {
    await desk.subscribe(here);
    await desk.tell(first);
    await becomes(`${first.headline}  sent`);
    paper.answer = () => refusal;
    await desk.tell(second);
    await becomes(`${second.headline}  failed`, `${first.headline}  sent`);
    expect((await book.outbox(here))[0]?.state).toMatchObject({ reason: refusal.reason });
    expect(await shown(elsewhere)).toEqual([]);
  });

  it('shows what waits for a digest', async () => {
    await desk.subscribe(elsewhere, { when: { is: 'digest', cron: '0 0 1 1 *' } });
    await desk.tell(first);
    await vi.waitFor(async () => expect(await shown(elsewhere)).toEqual([`${first.headline}  held`]));
  });

  it('shows the later stages of a story beside its post', async () => {
    await desk.subscribe(here);
    await desk.tell(first);
    await becomes(`${first.headline}  sent`);
    await desk.tell({ ...first, stage: 'announced' });
    await vi.waitFor(async () => expect(await shown()).toContain(`${first.headline} announced sent`));
  });

  it.each([
    ['what failed, and the place gets posts again', here, true],
    ['nothing of another place', elsewhere, false],
  ])('sends again %s', async (_name, asker, answer) => {
    await desk.subscribe(here);
    paper.answer = () => refusal;
    await desk.tell(first);
    await becomes(`${first.headline}  failed`);
    paper.answer = undefined;
    const [failed] = await book.outbox(here);
    expect(await book.sendAgain(asker, failed?.id ?? ('' as DeliveryId))).toBe(answer);
    await becomes(`${first.headline}  ${answer ? 'sent' : 'failed'}`);
    expect((await desk.memory.subscriptions.get('telegram/1'))?.paused === undefined).toBe(answer);
  });

  it('sends what is held at once when asked to', async () => {
    await desk.subscribe(here, { when: { is: 'digest', cron: '0 0 1 1 *' } });
    await desk.tell(first);
    await becomes(`${first.headline}  held`);
    const [held] = await book.outbox(here);
    expect(held && (await book.sendAgain(here, held.id))).toBe(true);
    await becomes(`${first.headline}  sent`);
    expect(paper.posts).toHaveLength(1);
  });

  it('gives up on what is dropped, for good', async () => {
    await desk.subscribe(here, { when: { is: 'digest', cron: '0 0 1 1 *' } });
    await desk.tell(first);
    await becomes(`${first.headline}  held`);
    const [held] = await book.outbox(here);
    expect(held && (await book.drop(elsewhere, held.id))).toBe(false);
    expect(held && (await book.drop(here, held.id))).toBe(true);
    await desk.tell(first);
    expect(await shown()).toEqual([]);
    expect(held && (await book.drop(here, held.id))).toBe(false);
  });
});
