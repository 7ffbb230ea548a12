import { expect, test } from 'vitest';
import { articleLanguage } from '../../../src/pipeline/parse/articleLanguage.ts';

test.each([
  ['as declared', 'fr', 'Lumora signe un accord', 'fr'],
  ['the primary subtag alone', 'en-US', 'Lumora signs a deal', 'en'],
  ['written with an underscore', 'de_DE', 'Straße frei', 'de'],
  ['what is no language tag', 'English', 'Lumora signs a deal', undefined],
  ['undeclared, in Latin script', undefined, 'Lumora signs a deal', undefined],
  ['"en" above a Chinese title', 'en', '两家公司宣布合作 OpenAI', 'zh'],
  ['"en" above a Japanese title', 'en-US', '東京の会社がOpenAIと提携', 'ja'],
  ['"en" above a Korean title', 'en', '삼성 OpenAI 파트너십', 'ko'],
  ['"en" above a Russian title', 'en', 'Компании объявили о партнёрстве', undefined],
  ['Ukrainian, declared', 'uk', 'Компанії оголосили про партнерство', 'uk'],
  ['Japanese without kana, declared', 'ja', '提携発表', 'ja'],
  [
    'Chinese with a Japanese brand in it',
    'zh-TW',
    '兩家公司與「おおお」宣布在東京合作研發下一代新產品並在明年一起銷售',
    'zh',
  ],
  ['an English title with a Greek letter', 'en', 'Deal for μ-drones', 'en'],
] as const)('%s', (_, declared, title, language) => {
  expect(articleLanguage(declared, title)).toBe(language);
});
