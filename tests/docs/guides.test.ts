import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../cli/pactwire.ts';
import { checkout, follow, steps } from './guide.ts';

const guides = ['adding-a-command', 'adding-a-platform', 'adding-a-language', 'adding-a-feed-pack'].map(
  (name) => [name, readFileSync(`docs/${name}.md`, 'utf8')] as const,
);

describe('the guides', () => {
  it.each(guides)('%s names each file it touches in its words too', (_name, page) => {
    const prose = page.replaceAll(/^```.*?^```$/gmsu, '');
    const files = steps(page).flatMap((step) => (step.is === 'run' ? [] : [step.file]));
    expect(files.filter((file) => !prose.includes(`\`${file}\``))).toEqual([]);
  });

  it('work when they are followed to the letter, one after the other', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      checkout(folder);
      for (const [name, page] of guides) {
        const all = steps(page);
        expect(all.some(({ is }) => is === 'run')).toBe(true);
        for (const step of all) expect(follow(step, folder), name).toBeUndefined();
      }
      expect(follow({ is: 'run', command: 'npm run -s types' }, folder)).toBeUndefined();
    }),
  );
});
