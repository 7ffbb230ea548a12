import { timeZoneOf } from '../../src/answers/timeZoneOf.ts';
import { completing } from '../../src/answers/lists.ts';
import { undoButton } from '../../src/answers/undo.ts';
import type { ChatSettings, Command } from '../../src/command.ts';
import { type Message, sentence, span } from '../../src/message.ts';
import { spoken, spokenIn, words as wordsOf } from '../../src/words/words.ts';

const names = new Map(
  spoken.map((language) => [
    language,
    new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
  ]),
);

export const chat: Command = {
  name: 'chat',
  description: 'Set the language I speak in this chat, and its time zone',
  options: [
    {
      type: 'choice',
      name: 'language',
      description: 'The language I speak here; auto follows each person',
      choices: ['auto', ...spoken],
    },
    {
      type: 'text',
      name: 'timezone',
      description: 'The time zone of this chat, such as Europe/Berlin',
      suggest: async (typed) => completing(typed, Intl.supportedValuesOf('timeZone')),
    },
  ],
  access: 'admins',
  audience: 'caller',
  async run(context): Promise<Message> {
    const { call, newsroom, words, press, now } = context;
    const were = await newsroom.settings(call.from);
    const { language, timezone } = call.options;
    const timeZone = timezone === undefined ? undefined : timeZoneOf(String(timezone));
    if (timezone !== undefined && !timeZone)
      return { ...sentence(words.say('fields.timezone', { word: String(timezone) })), shown: 'aside' };
    const next: ChatSettings = {
      ...were,
      ...(language === undefined ? {} : { language: String(language) }),
      ...(timeZone ? { timeZone } : {}),
    };
    const isChange = language !== undefined || timeZone !== undefined;
    if (isChange) await newsroom.saveSettings(call.from, next);
    // The confirmation already speaks the new language and goes by the new clock.
    const speech = wordsOf(spokenIn(next.language) ?? spokenIn(call.locale) ?? 'en', next.timeZone);
    const spokenHere = spokenIn(next.language);
    const label = speech.say('settings.askZone');
    return {
      blocks: [
        { is: 'heading', spans: [span(speech.say(isChange ? 'settings.changed' : 'settings.title'))] },
        {
          is: 'list',
          items: [
            speech.spans('settings.language', {
              language: spokenHere ? (names.get(spokenHere) ?? spokenHere) : speech.say('settings.auto'),
            }),
            speech.spans('settings.zone', { zone: speech.timeZone, clock: speech.moment(now) }),
          ],
        },
      ],
      actions: [
        ...(isChange ? [[undoButton(context, { settings: { of: call.from, were } })]] : []),
        [
          {
            is: 'menu',
            label: speech.say('settings.choose'),
            choices: [
              { label: speech.say('settings.auto'), press: press('settings', { language: 'auto' }) },
              ...[...names].map(([one, name]) => ({
                label: name,
                press: press('settings', { language: one }),
              })),
            ],
          },
        ],
        [
          {
            is: 'button',
            label,
            press: press('settings', {}, { ask: { option: 'timezone', label, value: next.timeZone ?? '' } }),
          },
          { is: 'button', label: speech.say('settings.aliases'), press: press('settings alias') },
        ],
      ],
      ...(call.pressed ? { shown: 'instead' } : {}),
    };
  },
};
