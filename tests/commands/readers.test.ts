import { PNG } from 'pngjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type Chat, labels, text } from './chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await aChat();
});

describe('readers', () => {
  it.each<[asked: string, said: RegExp]>([
    [
      '/latest 1',
      /^Latest partnerships\nLumora teams up with Arctic Optics\nLumora × Arctic Optics · The Circuit Post · 1 hr\. ago$/u,
    ],
    ['/latest Lumora', /^Latest partnerships of Lumora\n[^]*The Circuit Post and 1 more/u],
    ['/latest research', /^Latest partnerships\nOhm and Iris end[^\n]*\n[^\n]*$/u],
    ['/latest language:de', /^Latest partnerships\nOhm/u],
    ['/latest Nobody Inc', /^No partnership of Nobody Inc noticed yet/u],
    ['/search screens', /^Stories about screens\nLumora buys screens/u],
    ['/search', /^What shall I look for/u],
    ['/search xyzzy', /^No story about xyzzy/u],
    ['/company lumora', /^Lumora: 2 stories\nArctic Optics · Joint product, since Mar 2, 2026 \(1 story\)/u],
    ['/company Ohm', /^Ohm: 1 story\nIris · Research, since Feb 28, 2026, ended/u],
    ['/company', /^Which company/u],
    ['/between Lumora, Tern', /^Lumora × Tern: 1 story\nLumora buys/u],
    ['/between Lumora', /^I need two companies/u],
    ['/between', /^Which two companies/u],
    ['/why', /^The link of an article/u],
    ['/between Lumora Ohm', /^Nothing between Lumora and Ohm/u],
    ['/trending', /^The last 7 days\n3 partnerships \(none before\)\nCompanies\nLumora · 2 \(new\)/u],
    ['/trending 1', /^The last day\n1 partnership\nCompanies\nArctic Optics · 1 \(new\)/u],
    ['/trending 1', /\nLumora · 1\nPairs\n[^]*\nKinds\nJoint product · 1 \(none before\)$/u],
    ['/about', /^Pactwire\n[^]*In the last 30 days I noticed 3 partnerships/u],
    ['/help', /\/latest \[company\] .*\n[^]*\/subscribe \[companies\] .*\(administrators\)/u],
    ['/help feeds', /^\/feeds\n[^]*\/feeds add \[address\]/u],
    ['/start', /^Pactwire\nHello!/u],
    ['/start latest', /^Latest partnerships/u],
    ['/start company-Ohm', /^Ohm: 1 story/u],
    ['/start subscribe', /^Pactwire\nHello!/u],
    ['/dance', /^I don't know \/dance/u],
  ])('%s', async (asked, said) => expect(await chat.say(asked)).toMatch(said));

  it.each(['/company lumora', '/between Lumora, Tern', '/trending'])(
    'see a picture with %s',
    async (asked) => {
      chat = await aChat({ pictures: true });
      const { file } = await chat.typed(asked);
      expect([file?.name, file?.type]).toEqual([expect.stringMatching(/\.png$/u), 'image/png']);
      expect(PNG.sync.read(Buffer.from(file?.bytes ?? [])).width).toBe(1_080);
    },
  );

  it.each(['/company Nobody', '/between Lumora Ohm'])('see none with %s', async (asked) => {
    chat = await aChat({ pictures: true });
    expect(await chat.typed(asked)).not.toHaveProperty('file');
  });

  it('see the picture once, not with every press of a button', async () => {
    chat = await aChat({ pictures: true });
    expect(await chat.press(await chat.typed('/trending'), '30 days')).not.toHaveProperty('file');
  });

  it('turn the pages of an answer', async () => {
    const first = await chat.typed('/latest count:2');
    expect(labels(first)).toEqual(['Older ▶']);
    const second = await chat.press(first, 'Older ▶');
    expect(second.shown).toBe('instead');
    expect(text(second)).toMatch(/^Latest partnerships\nOhm/u);
    expect(labels(second)).toEqual(['◀ Newer']);
  });

  it("are answered in their language, or the chat's", async () => {
    expect(await chat.say('/latest 1', { locale: 'de' })).toMatch(/^Neueste Partnerschaften\n[^]*vor 1 Std/u);
    await chat.say('/settings ja Asia/Tokyo');
    expect(await chat.say('/latest 1', { locale: 'de' })).toMatch(/^最新の提携/u);
    expect(await chat.say('/company Ohm')).toMatch(/2026\/02\/28/u);
  });

  it('are told in their language what an option wants', async () => {
    expect(await chat.say('/latest count:many', { locale: 'de' })).toBe(
      '„many“ passt nicht zu „count“: Wie viele Geschichten (1 bis 10).',
    );
  });

  it('are asked for patience when they hurry', async () => {
    chat = await aChat({ perMinute: 2 });
    const answers = [
      await chat.say('/about'),
      await chat.say('/about'),
      await chat.say('/about'),
      await chat.say('/about', { person: '2' }),
    ];
    expect(answers.map((one) => one.split('\n')[0])).toEqual([
      'Pactwire',
      'Pactwire',
      expect.stringMatching(/^That was fast/u),
      'Pactwire',
    ]);
  });
});
