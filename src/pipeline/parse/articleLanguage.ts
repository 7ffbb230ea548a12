import type { Language } from '../../model.ts';

/**
 * The language of an article: as it is declared, unless its title is in a script which that language is
 * not written in, for blog software says "en" until somebody changes it. Undeclared, only what a script
 * alone tells: among languages of one script function words tell better, and detection knows those.
 */
export function articleLanguage(declared: string | undefined, title: string): Language | undefined {
  const language = /^([a-z]{2,3})(?:[-_]|$)/iu.exec(declared ?? '')?.[1]?.toLowerCase();
  const script = scriptOf(title);
  if (script === undefined) return language;
  return language !== undefined && script.languages.includes(language) ? language : script.language;
}

interface Script {
  readonly letters: RegExp;
  /** The language of nearly everything in this script. */
  readonly language?: Language;
  readonly languages: readonly Language[];
}

// Japanese is written with Chinese characters too, so kana come first.
const scripts: readonly Script[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja', languages: ['ja'] },
  { letters: /\p{Script=Hangul}/gu, language: 'ko', languages: ['ko'] },
  { letters: /\p{Script=Han}/gu, language: 'zh', languages: ['zh', 'ja', 'yue', 'wuu'] },
  {
    letters: /\p{Script=Cyrillic}/gu,
    languages: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt'],
  },
  { letters: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'] },
  { letters: /\p{Script=Hebrew}/gu, language: 'he', languages: ['he', 'iw', 'yi'] },
  { letters: /\p{Script=Greek}/gu, language: 'el', languages: ['el'] },
];

/** The script other than Latin that a tenth of the letters are in: names of companies stay Latin anywhere. */
function scriptOf(title: string): Script | undefined {
  // oxlint-disable-next-line no-control-regex -- "anything beyond ASCII"
  if (!/[^\u0000-\u024F]/u.test(title)) return undefined;
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find((script) => (title.match(script.letters)?.length ?? 0) * 10 > letters);
}
