import { describe, expect, it } from 'vitest';
import { spoken } from '../../src/words/words.ts';
import { aChat } from './chat.ts';
import { transcript, type Turn } from './transcript.ts';

const conversation: readonly Turn[] = [
  ['/start'],
  ['/help'],
  ['/help feeds'],
  ['/latest'],
  ['/latest Nobody'],
  ['/latest count:1', 0],
  ['/search screens'],
  ['/search'],
  ['/company Lumora'],
  ['/between Lumora, Tern'],
  ['/between'],
  ['/why'],
  ['/trending'],
  ['/about'],
  ['/status'],
  ['/subscribe'],
  [
    '/subscribe companies: Lumora words: "phone*" -toy kinds: product when: every weekday 9:00 quiet: 22-7 timezone: Europe/Berlin format: compact',
  ],
  ['/subscribe when: often'],
  ['/subscribe words: (a'],
  ['/subscriptions'],
  ['/subscriptions', 0],
  ['/subscriptions', 0, 0],
  ['/subscriptions', 0, 1],
  ['/preview kinds: supply'],
  ['/feeds'],
  ['/feeds list'],
  ['/feeds add https://lantern.example/feed'],
  ['/feeds add https://nowhere.example/'],
  ['/feeds test https://lantern.example/feed'],
  ['/feeds pause lantern'],
  ['/feeds remove'],
  ['/feeds packs'],
  ['/feeds import'],
  ['/feeds export'],
  ['/outbox'],
  ['/settings'],
  ['/settings alias'],
  ['/settings alias Big Blue = Lumora'],
  ['/settings alias'],
  ['/settings alias Big Blue'],
  ['/settings alias Nobody = none'],
  ['/unsubscribe'],
  ['/unsubscribe'],
  ['/dance'],
];

describe.each(spoken)('every answer in %s', (language) => {
  it('is sound on both platforms, and reads as it did before', async () => {
    const chat = await aChat({ limits: { subscriptions: 10, subscriptionsPerServer: 20, feeds: 10 } });
    const { text, faults } = await transcript(chat, language, conversation);
    expect(faults).toEqual([]);
    await expect(text).toMatchFileSnapshot(`renderings/${language}.txt`);
  });
});
