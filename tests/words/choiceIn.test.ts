import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { choiceIn } from '../../src/words/choiceIn.ts';
import { spoken } from '../../src/words/words.ts';

it.each([
  ['kind', 'joint_venture', 'Gemeinschaftsunternehmen'],
  ['silent', 'yes', 'ja'],
  ['format', 'headline', 'nur Schlagzeile'],
  ['language', 'ja', 'Japanisch'],
  ['language', 'auto', 'wie bei jeder Person eingestellt'],
  ['silent', 'ja', undefined],
])('of "%s" the choice %s is called in German: %s', (option, choice, called) => {
  expect(choiceIn('de', option, choice)).toBe(called);
});

it('every choice has a word in every language', () => {
  const all = commands.flatMap((command) => [command, ...(command.subcommands ?? [])]);
  const choices = all
    .flatMap(({ options }) => options)
    .flatMap((option) => (option.type === 'choice' ? option.choices.map((one) => [option.name, one]) : []));
  const missing = choices.filter(([option = '', choice = '']) =>
    spoken.some((language) => choiceIn(language, option, choice) === undefined),
  );
  expect(missing).toEqual([]);
  expect(choices.length).toBeGreaterThan(20);
});
