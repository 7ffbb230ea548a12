import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/command.ts';
import { span } from '../../src/message.ts';
import { catalogues, spoken, spokenIn, words } from '../../src/words/words.ts';

const catalogue = (language: string): Readonly<Record<string, string>> =>
  catalogues[language as keyof typeof catalogues];

/** The paths of everything that has a description: commands, subcommands, options. */
const paths = (command: Command, parent = ''): readonly string[] => {
  const path = parent === '' ? command.name : `${parent}.${command.name}`;
  return [
    path,
    ...command.options.map(({ name }) => `${path}.${name}`),
    ...(command.subcommands ?? []).flatMap((one) => paths(one, path)),
  ];
};
const described = commands.filter(({ hidden }) => !hidden).flatMap((one) => paths(one));

describe('the catalogues', () => {
  const english = Object.keys(catalogues.en).toSorted();
  const others = spoken.filter((language) => language !== 'en');

  it.each(others)('%s has every sentence, every description, and no other', (language) => {
    const wanted = [...english, ...described.map((path) => `describe.${path}`)].toSorted();
    expect(Object.keys(catalogue(language)).toSorted()).toEqual(wanted);
  });

  it.each(others)('%s takes the same values as English in each sentence', (language) => {
    const unlike = english.filter((key) => {
      const [here, there] = [catalogue('en')[key], catalogue(language)[key]].map((text) =>
        taken(new IntlMessageFormat(text ?? '', 'en').getAst()),
      );
      return JSON.stringify(here) !== JSON.stringify(there);
    });
    expect(unlike).toEqual([]);
  });

  it.each(others)('%s keeps descriptions to the 100 characters of Discord', (language) => {
    const texts = Object.entries(catalogue(language)).filter(([key]) => key.startsWith('describe.'));
    expect(texts.filter(([, text]) => text.length > 100)).toEqual([]);
  });

  // Why something failed is said inside of other sentences, as plain text.
  const reasons = /^(?:discord|telegram|document|feed)\./u;
  const names = commands.map(({ name }) => name).join('|');
  const unmarked = new RegExp(`(?<!<code>|[\\w/:.])/(?:${names})\\b`, 'u');

  it.each(spoken)('%s marks commands, so that a tap sends them', (language) => {
    const said = Object.entries(catalogue(language)).filter(
      ([key, text]) => !key.startsWith('describe.') && !reasons.test(key) && unmarked.test(text),
    );
    expect(said).toEqual([]);
  });

  it('have no sentence that nobody says', () => {
    const code = ['src/**/*.ts', 'commands/**/*.ts'].flatMap((pattern) => globSync(pattern));
    const said = code.map((file) => readFileSync(file, 'utf8')).join('\n');
    const families = [...said.matchAll(/`([\w.]+\.)\$\{/gu)].map(([, start = '']) => start);
    const isSaid = (key: string): boolean =>
      said.includes(`'${key}'`) ||
      families.some((start) => key.startsWith(start) && !key.slice(start.length).includes('.'));
    expect(english.filter((key) => !isSaid(key))).toEqual([]);
  });
});

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The names of values and tags in a message, in alphabetical order. */
function taken(elements: readonly Element[]): readonly string[] {
  const names = elements.flatMap((element): readonly string[] => {
    if ('children' in element) return [`<${element.value}>`, ...taken(element.children)];
    const inside =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => taken(value)) : [];
    const isLiteral = String(element.type) === '0' || !('value' in element);
    return isLiteral ? inside : [element.value, ...inside];
  });
  return [...new Set(names)].toSorted();
}

describe('the language of the interface', () => {
  it.each([
    ['de', 'de'],
    ['en-US', 'en'],
    ['es-419', 'es'],
    ['pt-BR', undefined],
    ['zh-TW', 'zh'],
    ['zh-hans', 'zh'],
    [undefined, undefined],
  ])('of %s is %s', (tag, language) => {
    expect(spokenIn(tag)).toBe(language);
  });
});

describe('words', () => {
  const at = Date.parse('2026-03-02T22:30:00Z');

  it('tell time by the clock of the chat and in the manner of its language', () => {
    expect(words('de', 'Europe/Berlin').moment(at)).toBe('02.03.2026, 23:30');
    expect(words('ja', 'Asia/Tokyo').date(at)).toBe('2026/03/03');
    expect(words('en').relative(at - 3 * 3_600_000, at)).toBe('3 hr. ago');
    expect(words('fr').relative(at + 3 * 86_400_000, at)).toBe('dans 3\u00a0j');
  });

  it('join lists and write numbers as the language does', () => {
    expect(words('es').list(['Ohm', 'Iris'])).toBe('Ohm e Iris');
    expect(words('de').number(12_345.5)).toBe('12.345,5');
  });

  it('keep styles and styled values apart from what others wrote', () => {
    const hostile = '<b>{x}</b> @everyone';
    expect(words('en').spans('latest.titleOf', { company: span(hostile, { bold: true }) })).toEqual([
      span('Latest partnerships of '),
      span(hostile, { bold: true }),
    ]);
    expect(words('en').say('latest.titleOf', { company: hostile })).toBe(`Latest partnerships of ${hostile}`);
  });
});
