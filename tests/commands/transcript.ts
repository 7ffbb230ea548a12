import type { Message } from '../../src/message.ts';
import { render as forDiscord } from '../../src/platforms/discord/render.ts';
import { keyboard } from '../../src/platforms/telegram/keyboard.ts';
import { render as forTelegram } from '../../src/platforms/telegram/render.ts';
import type { Spoken } from '../../src/words/words.ts';
import { messageProblems } from '../fakes/discord/rules.ts';
import { againstRules } from '../fakes/telegram/rules.ts';
import { type Chat, labels } from './chat.ts';

/** What is said to the bot, and which buttons are pressed below its answer, one after another. */
export type Turn = readonly [line: string, ...press: readonly number[]];

/** A conversation as both platforms show it, and what either would refuse. */
export async function transcript(
  chat: Chat,
  language: Spoken,
  conversation: readonly Turn[],
): Promise<{ readonly text: string; readonly faults: readonly string[] }> {
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
  return { text: `${shown.join('\n')}\n`, faults };
}

const discordText = (message: Message): string => {
  const { embeds: [embed] = [] } = forDiscord(message);
  return [embed?.title, embed?.description].filter((part) => part !== undefined).join('\n');
};
const indented = (text: string): string => text.replaceAll(/^(?=.)/gmu, '    ');
