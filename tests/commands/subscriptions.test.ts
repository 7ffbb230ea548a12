import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryId } from '../../src/deliveryId.ts';
import { memory } from '../../src/memory.ts';
import type { StoryId } from '../../src/model.ts';
import { openStore } from '../../src/store/openStore.ts';
import { aChat, by, type Chat, labels, noon, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

describe('subscriptions', () => {
  it.each(['subscribe', 'unsubscribe', 'subscriptions', 'preview', 'settings', 'feeds add', 'feeds import'])(
    '/%s is for administrators',
    async (command) => {
      const message = await chat.desk.answer(by({ command, isAdmin: async () => false }));
      expect([text(message), message.shown]).toEqual([
        expect.stringMatching(/is for administrators/u),
        'aside',
      ]);
      expect(await chat.newsroom.subscriptions()).toEqual([]);
    },
  );

  it('begin, narrow and end, and each step can be taken back', async () => {
    const begun = await chat.typed('/subscribe');
    expect(text(begun)).toMatch(/^From now on I post every new partnership here, once per story\./u);
    const narrowed = await chat.typed('/subscribe Lumora, Arctic Optics');
    expect(text(narrowed)).toMatch(/^Changed: from now on I post Lumora and Arctic Optics here/u);
    expect((await chat.newsroom.subscriptions()).map(({ companies }) => companies)).toEqual([
      ['Lumora', 'Arctic Optics'],
    ]);
    expect(text(await chat.press(narrowed, 'Undo'))).toBe('Taken back: everything is as it was before.');
    expect((await chat.newsroom.subscriptions()).map(({ companies }) => companies)).toEqual([[]]);
    const ended = await chat.typed('/unsubscribe');
    expect(text(ended)).toMatch(/^Done/u);
    expect(await chat.say('/unsubscribe')).toMatch(/^There was no subscription/u);
    await chat.press(ended, 'Undo');
    expect(await chat.newsroom.subscriptions()).toHaveLength(1);
  });

  it('take every filter and every manner of delivery', async () => {
    const said = await chat.say(
      '/subscribe companies: Lumora words: "phone*" OR screen kinds: product, supply stages: announced languages: en packs: tech-en when: every weekday 9:00 quiet: 22-7 timezone: berlin confidence: 80 silent: yes format: compact pictures: no',
    );
    expect(said.split('\n').slice(1)).toEqual([
      'Companies: Lumora',
      'Words: "phone*" OR screen',
      'Kinds: Joint product and Supply',
      'Stages: announced',
      'Languages of the news: English',
      'Feed packs: tech-en',
      'Least confidence: 80%',
      expect.stringMatching(/^When: in one message every weekday at 9:00.AM$/u),
      'Quiet hours: 10:00 PM – 7:00 AM',
      'Time zone: Europe/Berlin',
      'Silent: yes',
      'Format: compact',
      'Pictures: no',
    ]);
    expect(await chat.newsroom.subscriptions()).toMatchObject([
      {
        when: { is: 'digest', cron: '0 9 * * 1-5' },
        quietHours: { from: '22:00', to: '07:00' },
        timeZone: 'Europe/Berlin',
      },
    ]);
  });

  it.each([
    ['/subscribe kinds: gossip', /I don't know "gossip"\. There are: alliance/u],
    ['/subscribe words: "open', /quotation mark/u],
    ['/subscribe when: often', /I don't understand "often"/u],
    ['/subscribe timezone: Nowhere', /no time zone "Nowhere"/u],
    ['/subscribe when: 0 9 30 2 *', /I don't understand "0 9 30 2 \*"/u],
    ['/subscribe confidence: much', /no percentage/u],
    ['/subscribe confidence: 1e1', /no percentage/u],
    [`/subscribe ${'x'.repeat(101)}`, /too long: 100 characters/u],
    ['/subscribe to: @nowhere', /I can't see this place/u],
  ])('refuse %s, and change nothing', async (asked, said) => {
    expect(await chat.say(asked)).toMatch(said);
    expect(await chat.newsroom.subscriptions()).toEqual([]);
  });

  it('mention no whole server, which Discord shows as a role among others', async () => {
    const asked = { from: { platform: 'discord', chat: '1' }, server: '1234567' } as const;
    expect(await chat.say('/subscribe mention: role:1234567', asked)).toMatch(/"@everyone" is nobody/u);
    expect(await chat.newsroom.subscriptions()).toEqual([]);
    expect(await chat.say('/subscribe mention: role:7654321', asked)).toMatch(/Mentions: role:7654321/u);
  });

  it('take the least confidence back', async () => {
    await chat.say('/subscribe confidence: 80');
    const one = await chat.press(await chat.typed('/subscriptions'), '1. every new partnership');
    const edited = await chat.press(await chat.press(one, 'Change'), 'Least confidence', {}, 'none');
    expect(text(edited)).toMatch(/Least confidence: 50%/u);
  });

  it('stand beside each other up to a limit', async () => {
    for (const company of ['A', 'B', 'C']) await chat.say(`/subscribe ${company}`);
    expect(await chat.say('/subscribe D')).toMatch(/There are 3 subscriptions here already/u);
    expect(await chat.say('/subscriptions')).toBe('3 subscriptions\n1. A\n2. B\n3. C');
    const channel = (name: string) => ({ from: { platform: 'discord', chat: name }, server: 's' }) as const;
    for (const name of ['a', 'b', 'c', 'd']) await chat.say('/subscribe', channel(name));
    expect(await chat.say('/subscribe', channel('e'))).toMatch(
      /There are 4 subscriptions in this server already/u,
    );
    expect(await chat.say('/subscribe', channel('d'))).toMatch(/^Changed/u);
  });

  it('are shown, changed, paused and ended by buttons', async () => {
    await chat.say('/subscribe Lumora');
    const one = await chat.press(await chat.typed('/subscriptions'), '1. Lumora');
    expect(labels(one)).toEqual(['Change', 'Pause', 'End', 'Preview', 'Back']);
    const edited = await chat.press(await chat.press(one, 'Change'), 'Words', {}, 'phone*');
    expect(text(edited)).toMatch(/Words: phone\*/u);
    expect(text(await chat.press(await chat.press(one, 'Change'), 'Words', {}, '"'))).toMatch(
      /quotation mark/u,
    );
    await chat.press(edited, 'Pause');
    expect(await chat.say('/subscriptions')).toMatch(/1\. Lumora · phone\* \(paused\)/u);
    await chat.press(
      await chat.press(await chat.typed('/subscriptions'), '1. Lumora · phone* (paused)'),
      'Resume',
    );
    const ended = await chat.press(
      await chat.press(await chat.typed('/subscriptions'), '1. Lumora · phone*'),
      'End',
    );
    expect(await chat.newsroom.subscriptions()).toEqual([]);
    await chat.press(ended, 'Undo');
    expect(await chat.newsroom.subscriptions()).toMatchObject([{ companies: ['Lumora'], words: 'phone*' }]);
  });

  it.each([
    ['subscribing again', '/subscribe Kestrel', ['Lumora', 'Kestrel']],
    ['subscribing to everything', '/subscribe', [undefined]],
  ])('that a refusing chat paused go on after %s', async (_name, command, companies) => {
    await chat.say('/subscribe Lumora');
    const [one] = await chat.newsroom.subscriptions();
    if (one) await chat.newsroom.subscribe({ ...one, paused: 'The topic is closed.' });
    await chat.say(command);
    const found = await chat.newsroom.subscriptions();
    expect(found.map(({ paused }) => paused)).toEqual(companies.map(() => undefined));
    expect(found.map((each) => each.companies[0])).toEqual(companies);
  });

  it('of a channel are made in private by who proves to decide for it, and by nobody else', async () => {
    const place = async (named: string) =>
      ({
        to: { platform: 'telegram', chat: '-10042' },
        title: 'News',
        kind: 'chat',
        isAdmin: named === '@mine' || named === '-10042',
      }) as const;
    const inPrivate = { from: { platform: 'telegram', chat: '1' }, place } as const;
    expect(await chat.say('/subscribe to: @theirs', inPrivate)).toMatch(/^Only administrators of News/u);
    expect(await chat.say('/subscribe to: @mine', inPrivate)).toMatch(/every new partnership in News/u);
    expect(await chat.newsroom.subscriptions()).toMatchObject([
      { to: { chat: '-10042' }, title: 'News', by: '1' },
    ]);
    const mine = await chat.typed('/subscriptions', inPrivate);
    expect(text(mine)).toMatch(/1\. News: every new partnership/u);
    const [label = ''] = labels(mine);
    const fallen = { ...inPrivate, place: async () => ({ ...(await place('x')), isAdmin: false }) };
    expect(text(await chat.press(mine, label, fallen))).toMatch(/Only administrators of that place/u);
    expect(
      await chat.say('/subscriptions', {
        ...inPrivate,
        person: '2',
        from: { platform: 'telegram', chat: '2' },
      }),
    ).toMatch(/Nothing is posted/u);
  });

  it('of a forum have tags, those of announcements are passed on or not, and others have neither', async () => {
    const place = async (named: string) =>
      ({
        to: { platform: 'telegram', chat: named },
        title: named,
        kind: named === '@forum' ? 'forum' : named === '@announcements' ? 'announcements' : 'chat',
        isAdmin: true,
      }) as const;
    const said = async (line: string) =>
      chat.say(`/subscribe tags: Supply, News publish: no to: ${line}`, { place });
    expect(await said('@forum')).toMatch(/Forum tags: Supply and News$/u);
    expect(await said('@announcements')).toMatch(/Published to followers: no$/u);
    expect(await said('@a_chat')).not.toMatch(/Forum tags|Published/u);
    expect(await chat.say('/subscribe tags: a, b, c, d, e, f', { place })).toMatch(/takes 5 tags of 20/u);
    expect((await chat.newsroom.subscriptions()).map(({ placeKind, spoken }) => [placeKind, spoken])).toEqual(
      [
        ['forum', 'en'],
        ['announcements', 'en'],
        [undefined, 'en'],
      ],
    );
  });

  it('can be sent elsewhere, by who decides for that place too, and back', async () => {
    const place = async (named: string) =>
      named === '#nowhere'
        ? undefined
        : ({
            to: { platform: 'telegram', chat: '-9' },
            title: 'News',
            kind: 'forum',
            isAdmin: named !== '#theirs',
          } as const);
    await chat.say('/subscribe Lumora');
    const one = await chat.press(await chat.typed('/subscriptions'), '1. Lumora');
    const edit = await chat.press(one, 'Change');
    const to = async (named: string) => chat.press(edit, 'Where', { place }, named);
    expect(text(await to('#nowhere'))).toMatch(/can't see this place/u);
    expect(text(await to('#theirs'))).toMatch(/^Only administrators of News/u);
    const moved = await to('#news');
    expect(text(moved)).toMatch(/^News: Lumora/u);
    const where = async () =>
      (await chat.newsroom.subscriptions()).map((sub) => [sub.to.chat, sub.companies, sub.placeKind]);
    expect(await where()).toEqual([['-9', ['Lumora'], 'forum']]);
    await chat.press(moved, 'Undo', { place });
    expect(await where()).toEqual([['-1007', ['Lumora'], undefined]]);
  });

  it('can be tried out before, beside what was really posted', async () => {
    const shelves = memory(await openStore('memory:'));
    chat = await aChat({ memory: shelves });
    await chat.say('/subscribe Lumora');
    expect(await chat.say('/preview kinds: supply, research')).toMatch(
      /^The last 14 days: Supply and Research\nKinds: [^]*\nWould have been posted: 2\nLumora buys[^]*Ohm[^]*Nothing was posted by looking\.$/u,
    );
    const [to, at] = [by({}).from, noon];
    for (const story of ['s1', 's2'] as StoryId[]) {
      const id = deliveryId(story, { to });
      await shelves.deliveries.set(id, {
        id,
        story,
        to,
        createdAt: at,
        state: { is: 'sent', at, message: '1' },
      });
    }
    expect(await chat.say('/preview kinds: supply, research when: daily 18:00')).toMatch(
      /When: in one message every day[^]*Would have been posted: 2\nWould have been posted besides: 1\nOhm[^]*\nWas posted, and would have been: 1\nLumora buys[^]*\nWas posted, but would not have been: 1\nLumora teams up/u,
    );
    expect(await chat.say('/preview languages: de stages: ended')).toMatch(/besides: 1\nOhm/u);
    expect(await chat.say('/preview packs: tech-en')).toMatch(/It would have let nothing pass\./u);
    expect((await chat.newsroom.subscriptions()).length).toBe(1);
  });
});
