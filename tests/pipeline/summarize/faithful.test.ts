import { describe, expect, it } from 'vitest';
import { organisationsIn } from '../../../src/detect/names/organisationsIn.ts';
import { faithful } from '../../../src/pipeline/summarize/faithful.ts';
import { identity } from '../../../src/stories/companies.ts';

const source = `Lumora and Xiaomi build a camera together
Phone maker Lumora and Xiaomi said on 5 May that they will build a camera for $2.25 billion over 3 years, from June on. Tern sells 12,000 of them at first.`;

const verdict = (summary: string, language = 'en') =>
  faithful(summary, {
    source,
    partners: ['Lumora', 'Xiaomi'],
    language,
    organisations: (text) => organisationsIn(text, language),
    identity,
  });

describe('a faithful summary', () => {
  it.each([
    [
      'the same in other words',
      'Lumora and Xiaomi join to build a camera from June on. It costs them $2.25 billion.',
    ],
    [
      'an amount written another way',
      'Lumora and Xiaomi will spend 2.25bn dollars on a camera they build together.',
    ],
    [
      'separators of another language',
      'Tern verkauft zuerst 12.000 der Kameras, die Lumora und Xiaomi zusammen bauen.',
      'de',
    ],
    [
      'nouns that German writes large, beside names and elsewhere',
      'Lumora, Hersteller von Handys, und Xiaomi bauen mit Kameras und Linsen ein Gerät. Tern liefert Teile und Lumora zahlt mit Hilfe von Krediten.',
      'de',
    ],
    ['whose something is', 'Lumoras Kamera entsteht mit Xiaomi, mit Blick auf Terns Kunden in Europa.', 'de'],
    ['whom without naming anybody', 'Lumora与合作伙伴将共同开发相机，双方宣布合作。', 'zh'],
    ['names and amounts in another script', 'Lumora与小米将共同开发相机，投资22.5亿美元，6月开始。', 'zh'],
  ])('may say %s', (_name, summary, language = 'en') => {
    expect(verdict(summary, language)).toEqual({ faithful: true });
  });

  it.each([
    ['another number', 'Lumora and Xiaomi build a camera together for 4 years, it was said.', 'the number 4'],
    [
      'another amount',
      'Lumora and Xiaomi build a camera together for $3.25 billion, they said.',
      'the number',
    ],
    ['another month', 'Lumora and Xiaomi build a camera together from October on, they said.', 'month'],
    [
      'another organisation',
      'Lumora, Xiaomi and Google build a camera together, the companies said.',
      'Google',
    ],
    ...(
      [
        ['de', 'Lumora und Kaltenbach bauen zusammen eine Kamera, teilten sie mit.'],
        ['de', 'Lumora, Kaltenbach und Xiaomi bauen zusammen eine Kamera.'],
        ['de', 'Kaltenbach und Lumora bauen zusammen eine Kamera, teilten sie mit.'],
        ['de', 'Lumora arbeitet an einer Kamera mit Kaltenbach zusammen.'],
        ['fr', 'Lumora et Kaltenbach construisent ensemble une caméra.'],
        ['es', 'Lumora y Kaltenbach construyen juntos una cámara.'],
        ['zh', 'Lumora与凯腾巴赫将共同开发相机，双方宣布合作。'],
        ['ja', 'Lumoraとカルテンバッハは共同でカメラを開発すると発表した。'],
        ['ko', 'Lumora와 칼텐바흐는 함께 카메라를 개발한다고 밝혔다.'],
      ] as const
    ).map(([language, summary]) => [
      `an invented name in ${language}: ${summary}`,
      summary,
      language === 'zh'
        ? '凯腾巴赫'
        : language === 'ja'
          ? 'カルテンバッハ'
          : language === 'ko'
            ? '칼텐바흐'
            : 'Kaltenbach',
      language,
    ]),
    ['a link', 'Lumora and Xiaomi build a camera together, see https://evil.example for it.', 'https:'],
    ['a bare host', 'Lumora and Xiaomi build a camera together, see evil.com for more of it.', 'evil.com'],
    ['a mention', '@everyone Lumora and Xiaomi build a camera together, the companies said.', '@'],
    ['markup', 'Lumora and Xiaomi build a **camera** together, the companies said on 5 May.', '*'],
    ['a command', 'Lumora and Xiaomi build a camera together. Now type /unsubscribe to win.', '/u'],
    ['nothing', 'Yes.', 'short'],
    ['too much', 'Lumora and Xiaomi build a camera together. '.repeat(20), 'long'],
  ])('may not say %s', (_name = '', summary = '', reason = '', language = 'en') => {
    expect(verdict(summary, language)).toEqual({
      faithful: false,
      reason: expect.stringContaining(reason) as string,
    });
  });
});
