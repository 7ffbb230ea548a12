import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { type Message, span } from '../../../src/message.ts';
import type { Destination } from '../../../src/model.ts';
import { discord } from '../../../src/platforms/discord/discord.ts';
import type { Platform, SendOptions, SendOutcome } from '../../../src/platforms/platform.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/fakeDiscord.ts';
import { quoting, reading } from '../../said.ts';

const story = (headline: string): Message => ({
  blocks: [
    { is: 'heading', spans: [span(headline)] },
    { is: 'text', spans: [span('They build a camera.')] },
  ],
});
const key = 'delivery-of-25-characters';
const idOf = (outcome: SendOutcome): string => (outcome.is === 'sent' ? outcome.message : outcome.is);

let server: FakeDiscord;
let platform: Platform;
let at: Readonly<Record<'forum' | 'announcements', Destination>>;

beforeEach(async () => {
  server = await fakeDiscord();
  platform = discord({ apiUrl: server.apiUrl, token: server.token, log: createLog('silent') });
  const place = (chat: string): Destination => ({ platform: 'discord', chat });
  at = { forum: place(server.channels.forum), announcements: place(server.channels.announcements) };
});
afterEach(async () => {
  await platform.close();
  await server.close();
});

describe('in a forum', () => {
  const post = (tags: readonly string[], more: SendOptions = {}) =>
    platform.send(at.forum, story('Lumora teams up with Tern'), key, { thread: { tags }, ...more });
  const threads = () => server.threads(server.channels.forum);

  it.each<[name: string, wanted: readonly string[], applied: readonly string[]]>([
    ['by name, however written', ['supply', ' Joint Product '], ['Supply', 'Joint product']],
    ['without those it does not have', ['Supply', 'Gossip'], ['Supply']],
    ['without those of its moderators', ['Staff', 'News'], ['News']],
    ['or without any', [], []],
  ])('a post begins a thread with tags %s', async (_name, wanted, applied) => {
    const outcome = await post(wanted);
    const [thread] = threads();
    expect(thread).toMatchObject({ name: 'Lumora teams up with Tern', tags: applied });
    expect(outcome).toMatchObject({ is: 'sent', message: `${thread?.id}/${thread?.id}` });
    expect(server.messages(thread?.id ?? '')[0]?.embeds[0]?.title).toBe('Lumora teams up with Tern');
  });

  it('the post is changed and answered in its thread', async () => {
    const id = idOf(await post([]));
    const [thread] = threads();
    expect(await platform.edit(at.forum, id, story('And Ostra joins'))).toMatchObject({ message: id });
    const answer = await platform.send(at.forum, story('Now official'), key, {
      thread: { tags: [] },
      replyTo: id,
    });
    expect(answer.is).toBe('sent');
    expect(threads()).toHaveLength(1);
    expect(server.messages(thread?.id ?? '').map(({ embeds }) => embeds[0]?.title)).toEqual([
      'And Ostra joins',
      'Now official',
    ]);
  });

  it('the name of a thread is cut to what Discord takes', async () => {
    await platform.send(at.forum, story('Lumora '.repeat(40)), key, { thread: { tags: [] } });
    expect(threads()[0]?.name).toMatch(/^(?:Lumora )+Lumora…$/u);
  });

  it('a thread that was begun when the connection broke is found again', async () => {
    server.fail({ method: 'POST' }, { is: 'drop', after: true });
    expect(await post([])).toMatchObject({ is: 'wait', doubtful: true });
    const outcome = await post([], { again: true });
    expect(threads().map(({ id }) => `${id}/${id}`)).toEqual([idOf(outcome)]);
  });

  it('that wants a tag the mend is told', async () => {
    server.requireTag(server.channels.forum);
    expect(await post(['Gossip'])).toMatchObject({
      is: 'refused',
      what: 'chat',
      reason: reading(/wants a tag on every post: .*\/subscriptions/u),
    });
    expect((await post(['News'])).is).toBe('sent');
  });
});

describe('in an announcement channel', () => {
  it('ten posts an hour are passed on; the next is asked to wait, and posting goes on', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n += 1)
      ids.push(idOf(await platform.send(at.announcements, story(`No ${n}`), `k${n}`)));
    const outcomes: SendOutcome[] = [];
    for (const id of ids)
      outcomes.push((await platform.publish?.(at.announcements, id)) ?? { is: 'gone', reason: quoting('') });
    expect(outcomes.map(({ is }) => is)).toEqual([...Array.from({ length: 10 }, () => 'sent'), 'wait']);
    expect(outcomes.at(-1)).toMatchObject({ scope: 'chat', ms: 1_800_050 });
    expect((await platform.send(at.announcements, story('Another'), 'k11')).is).toBe('sent');
  });

  it('a post that was passed on before is left alone', async () => {
    const id = idOf(await platform.send(at.announcements, story('Once'), key));
    await platform.publish?.(at.announcements, id);
    expect(await platform.publish?.(at.announcements, id)).toMatchObject({ is: 'refused', what: 'message' });
  });
});
