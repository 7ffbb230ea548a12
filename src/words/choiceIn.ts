import { isKey, type Key, type Spoken, spoken, type Words, words } from './words.ts';

const others: Readonly<Record<string, Key>> = {
  all: 'export.all',
  auto: 'settings.auto',
  no: 'fields.no',
  own: 'export.own',
  yes: 'fields.yes',
};

const speeches = new Map<Spoken, Words>();

function speech(language: Spoken): Words {
  const known = speeches.get(language) ?? words(language);
  speeches.set(language, known);
  return known;
}

/** What a choice of an option is called in a language of the interface; nothing where no word is better than its own. */
export function choiceIn(language: Spoken, option: string, choice: string): string | undefined {
  const key = others[choice] ?? [`kind.${choice}`, `format.${choice}`].find(isKey);
  if (key !== undefined) return speech(language).say(key);
  return option === 'language' ? new Intl.DisplayNames(language, { type: 'language' }).of(choice) : undefined;
}

/** The choice that is called so in any language of the interface. */
export const choiceCalled = (said: string, option: string, choices: readonly string[]): string | undefined =>
  choices.find((choice) =>
    spoken.some((language) => choiceIn(language, option, choice)?.toLowerCase() === said.toLowerCase()),
  );
