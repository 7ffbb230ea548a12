import { isKey, type Key, type Spoken, words } from './words.ts';

const others: Readonly<Record<string, Key>> = {
  all: 'export.all',
  auto: 'settings.auto',
  no: 'fields.no',
  own: 'export.own',
  yes: 'fields.yes',
};

/** What a choice of an option is called in a language of the interface; nothing where no word is better than its own. */
export function choiceIn(language: Spoken, option: string, choice: string): string | undefined {
  const key = others[choice] ?? [`kind.${choice}`, `format.${choice}`].find(isKey);
  if (key !== undefined) return words(language).say(key);
  return option === 'language' ? new Intl.DisplayNames(language, { type: 'language' }).of(choice) : undefined;
}
