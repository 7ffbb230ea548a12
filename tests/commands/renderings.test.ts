import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message.ts';
import { render as forDiscord } from '../../src/platforms/discord/render.ts';
import { keyboard } from '../../src/platforms/telegram/keyboard.ts';
import { render as forTelegram } from '../../src/platforms/telegram/render.ts';
import { spoken } from '../../src/words/words.ts';
import { messageProblems } from '../fakes/discord/rules.ts';
import { againstRules } from '../fakes/telegram/rules.ts';
import { aChat, labels } from './chat.ts';

/** What is said to the bot one after another, and what is pressed below the answer. */
const conversation: readonly (readonly [line: string, ...press: readonly number[]])[] = [
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

const discordText = (message: Message): string => {
  const { embeds: [embed] = [] } = forDiscord(message);
  return [embed?.title, embed?.description].filter((part) => part !== undefined).join('\n');
};
const indented = (text: string): string => text.replaceAll(/^(?=.)/gmu, '    ');

describe.each(spoken)('every answer in %s', (language) => {
  it('is sound on both platforms, and reads as it did before', async () => {
    const chat = await aChat({ limits: { subscriptions: 10, subscriptionsPerServer: 20, feeds: 10 } });
    const shown: string[] = [];
    const faults: string[] = [];
    for (const [line, ...presses] of conversation) {
      let message = await chat.typed(line, { locale: language });
      for (const at of presses)
        message = await chat.press(message, labels(message)[at] ?? '', { locale: language });
      const said = forTelegram(message);
      const markup = keyboard(message);
      faults.push(
        ...messageProblems(forDiscord(message)),
        ...againstRules('sendMessage', {
          text: said.text,
          entities: said.entities,
          ...(markup ? { reply_markup: markup } : {}),
        }),
      );
      const steps = [line, ...presses.map((at) => `[${at + 1}]`)].join(' ');
      shown.push(
        `# ${steps}`,
        indented(discordText(message)),
        '  --- Telegram',
        indented(said.text),
        `  [${labels(message).join('] [')}]`,
      );
    }
    expect(faults).toEqual([]);
    await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(`renderings/${language}.txt`);
  });
});
