import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, by, type Chat, labels, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

describe('an alias of a chat', () => {
  it.each<[asked: string, said: RegExp]>([
    ['/company The Lamp', /^Lumora: 2 stories/u],
    ['/company the lamp', /^Lumora: 2 stories/u],
    ['/between The Lamp, Tern', /^Lumora × Tern: 1 story/u],
    ['/latest The Lamp', /^Latest partnerships of The Lamp\n[^]*Lumora teams up/u],
    ['/preview The Lamp', /Would have been posted: 2\n/u],
  ])('is understood by %s', async (asked, said) => {
    expect(await chat.say('/settings alias The Lamp = Lumora')).toMatch(
      /^From now on The Lamp means Lumora here/u,
    );
    expect(await chat.say(asked)).toMatch(said);
    expect(await chat.say(asked, { from: { platform: 'telegram', chat: '-2' } })).not.toMatch(said);
  });

  it('decides what its subscriptions let pass, also those that were there before', async () => {
    await chat.say('/subscribe The Lamp');
    const [subscription] = await chat.newsroom.subscriptions();
    const count = async () =>
      subscription ? (await chat.newsroom.wouldPost(subscription, 0)).length : undefined;
    expect(await count()).toBe(0);
    await chat.say('/settings alias The Lamp = Lumora');
    expect(await count()).toBe(2);
  });

  it('is listed, removed and brought back', async () => {
    expect(await chat.say('/settings alias')).toMatch(/Companies go by their usual names here/u);
    await chat.say('/settings alias The Lamp = Lumora');
    const listed = await chat.typed('/settings alias');
    expect(labels(listed)).toEqual(['✕ The Lamp = Lumora', 'Add an alias']);
    const added = await chat.press(listed, 'Add an alias', {}, 'Birds = Tern');
    expect(text(added)).toMatch(/^From now on Birds means Tern/u);
    const removed = await chat.press(listed, '✕ The Lamp = Lumora');
    expect(text(removed)).toMatch(/^The Lamp means nobody else/u);
    expect(labels(await chat.typed('/settings alias'))).toEqual(['✕ Birds = Tern', 'Add an alias']);
    await chat.press(removed, 'Undo');
    expect(labels(await chat.typed('/settings alias'))).toEqual([
      '✕ The Lamp = Lumora',
      '✕ Birds = Tern',
      'Add an alias',
    ]);
  });

  it.each([
    ['/settings alias The Lamp', /^Write what you call it/u],
    ['/settings alias = Lumora', /^Write what you call it/u],
    ['/settings alias Nobody = none', /^There is no alias Nobody/u],
  ])('%s is answered with how it is done', async (asked, said) => {
    expect(await chat.say(asked)).toMatch(said);
  });

  it('is completed by companies, and set by administrators alone', async () => {
    const call = by({ command: 'settings alias', isAdmin: async () => false });
    expect(await chat.desk.suggest(call, 'names', 'The Lamp = lum')).toEqual(['The Lamp = Lumora']);
    expect(text(await chat.desk.answer({ ...call, options: { names: 'a = b' } }))).toMatch(/administrators/u);
  });

  it('stays beside language and time zone', async () => {
    await chat.say('/settings alias The Lamp = Lumora');
    await chat.say('/settings de');
    expect(await chat.newsroom.settings(by({}).from)).toEqual({
      language: 'de',
      aliases: { 'The Lamp': 'Lumora' },
    });
  });
});
