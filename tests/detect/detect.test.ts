import { describe, expect, it } from 'vitest';
import { detect } from '../../src/detect/detect.ts';

describe('detection', () => {
  it.each([
    [
      'Northwind teams up with Leica on phone cameras',
      'The two companies said the partnership will run for five years.',
      'en',
    ],
    ['Samsung and Google join forces to build mixed-reality glasses', '', 'en'],
    ['华为与比亚迪达成战略合作', '双方将共同开发智能座舱。', 'zh'],
    ['トヨタ自動車とソニーが業務提携を発表', '', 'ja'],
  ])('says yes to: %s', (title, text, language) => {
    expect(detect({ title, text, language }).partnership).toBe(true);
  });

  it.each([
    ['The best wireless earbuds of the year', 'We tested forty pairs, and these are the ones to buy.', 'en'],
    ['Northwind raises $40 million in Series B round', 'The funding was led by Sequoia Capital.', 'en'],
    ['Wie man Windows schneller macht', 'Mit diesen Tipps läuft der Rechner wieder rund.', 'de'],
  ])('says no to: %s', (title, text, language) => {
    expect(detect({ title, text, language }).partnership).toBe(false);
  });
});
