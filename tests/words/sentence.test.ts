import { describe, expect, it } from 'vitest';
import { inEnglish, inWords, type KeptSentence } from '../../src/words/sentence.ts';
import { words } from '../../src/words/words.ts';

const until = Date.parse('2026-03-02T22:30:00Z');

describe('a sentence', () => {
  it.each<[what: string, sentence: KeptSentence, german: string, english: string]>([
    [
      'has its values',
      { say: 'discord.unreachable', code: 'ECONNRESET' },
      'Discord ist nicht erreichbar (ECONNRESET)',
      'Discord cannot be reached (ECONNRESET)',
    ],
    [
      'tells a moment by the clock of the chat, and in UTC where there is no chat',
      { say: 'feed.pause', host: 'wire.example', until: { moment: until } },
      'wire.example bat um eine Pause bis 02.03.2026, 23:30: Nichts zu tun.',
      'wire.example asked for a pause until 2026-03-02T22:30 UTC: nothing to do.',
    ],
    [
      'writes numbers as the language does',
      { say: 'telegram.noAnswer', seconds: 0.5 },
      'Telegram hat nicht innerhalb von 0,5 s geantwortet',
      'Telegram did not answer within 0.5 s',
    ],
    [
      'holds another one',
      { say: 'document.something', what: { say: 'document.png' } },
      'Das ist ein PNG-Bild, kein Feed: Prüfe die Adresse.',
      'This is a PNG picture, not a feed: check the address.',
    ],
    [
      'lists others',
      {
        say: 'discord.lacking',
        channel: 'news',
        permissions: [{ say: 'discord.sendMessages' }, { say: 'discord.embedLinks' }],
      },
      'Der Bot braucht in #news folgende Rechte: Nachrichten senden und Links einbetten. Erlaubt sie in den Einstellungen des Kanals unter „Berechtigungen“.',
      "The bot needs Send Messages and Embed Links in #news: allow it in that channel's settings under Permissions.",
    ],
    [
      'leaves markup of others as it is',
      { say: 'feed.noAddress', address: '<b>{x}</b>' },
      '<b>{x}</b> ist keine Webadresse: Schreib sie wie https://example.org',
      '<b>{x}</b> is no web address: write it like https://example.org',
    ],
    [
      'of an earlier version stands as it was written',
      'Forbidden: bot was kicked from the group chat.',
      'Forbidden: bot was kicked from the group chat.',
      'Forbidden: bot was kicked from the group chat.',
    ],
    [
      'that no catalogue has any more is told by its name',
      { say: 'feed.ofAnotherVersion' as never, host: 'wire.example' },
      'feed.ofAnotherVersion',
      'feed.ofAnotherVersion',
    ],
    [
      'that took other values in an earlier version is told by its name, too',
      { say: 'feed.connect', address: 'wire.example' },
      'feed.connect',
      'feed.connect',
    ],
  ])('%s', (_what, sentence, german, english) => {
    expect(inWords(sentence, words('de', 'Europe/Berlin'))).toBe(german);
    expect(inEnglish(sentence)).toBe(english);
  });

  it('survives a shelf', () => {
    const kept = { say: 'feed.pause', host: 'wire.example', until: { moment: until } } as const;
    expect(inEnglish(JSON.parse(JSON.stringify(kept)) as KeptSentence)).toBe(inEnglish(kept));
  });
});
