import { describe, expect, it } from 'vitest';
import { explained } from '../../src/answers/explained.ts';
import { render as forDiscord } from '../../src/platforms/discord/render.ts';
import { render as forTelegram } from '../../src/platforms/telegram/render.ts';
import { spoken, words } from '../../src/words/words.ts';
import { aFinding } from '../story.ts';
import { text } from '../commands/chat.ts';

const title = 'Lumora teams up with Arctic Optics';
const reasons = [
  { feature: 't>join(T,T)+with', weight: 0.5 },
  { feature: 't-^ ORGS', weight: 0.3 },
  { feature: 't+^ ORGS', weight: 0.25 },
  { feature: 't.orgs=2&bond', weight: 0.28 },
  { feature: 't+lead', weight: -0.33 },
  { feature: 'l.bond never&t', weight: -0.12 },
];

describe.each(spoken)('why an article is held for a partnership, in %s', (language) => {
  it('reads as it did before on both platforms', async () => {
    const message = explained({ title, finding: aFinding({ reasons }) }, words(language));
    const { title: heading, description } = forDiscord(message).embeds?.[0] ?? {};
    const shown = [heading, description, '--- Telegram', forTelegram(message).text];
    await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(`explained/${language}.txt`);
  });
});

it('what reads the same is told once, by the sum of its weights', () => {
  const said = text(explained({ title, finding: aFinding({ reasons }) }, words('en')));
  expect(said.match(/several companies.*/gu)).toEqual(['several companies +0.55']);
});

it('features go by their names for who works on them', () => {
  const said = text(explained({ title, finding: aFinding({ reasons }) }, words('en'), () => undefined));
  expect(said).toMatch(/\nt>join\(T,T\)\+with \+0\.50\nt-\^ ORGS \+0\.30\nt\.orgs=2&bond \+0\.28\n/u);
});
