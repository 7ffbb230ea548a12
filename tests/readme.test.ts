import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type Setting, settings } from '../src/config.ts';
import { settingsPage } from './docs/settingsPage.ts';
import manifest from '../package.json' with { type: 'json' };

const readme = readFileSync('README.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');

const row = ({ name, fallback, sentence }: Setting) =>
  `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''} | ${sentence} |`;

describe('README', () => {
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)` \|.*$/gmu)].map(([line, name = '']) => [name, line]);

  it.each(listed)('tells the truth about %s', (name, line) => {
    const setting = Object.values<Setting>(settings).find((one) => one.name === name);
    expect(line).toBe(setting && row(setting));
  });

  it('shows what whoever sets it up asks for first', () => {
    expect(listed.map(([name]) => name)).toEqual(
      expect.arrayContaining(['DISCORD_TOKEN', 'TELEGRAM_TOKEN', 'PACKS', 'STORE_URL', 'HTTP_PORT']),
    );
  });

  it.each(commands.filter(({ hidden }) => !hidden).map(({ name, description }) => [name, description]))(
    'shows /%s',
    (name, description) => {
      expect(readme).toMatch(new RegExp(`^\\| \`/${name}\\b.*\` \\| ${RegExp.escape(description)}`, 'mu'));
    },
  );

  it('names npm scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)(?<script>[\w:]+)/gu)].map(
      ({ groups }) => groups?.['script'],
    );
    expect(named.length).toBeGreaterThan(2);
    for (const script of named) expect(manifest.scripts).toHaveProperty([script ?? '']);
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('docs/settings.md is what src/config.ts says (write it anew: npx vitest run tests/readme.test.ts -u)', async () => {
  await expect(settingsPage()).toMatchFileSnapshot('../docs/settings.md');
});

describe('.env.example', () => {
  it.each(Object.values<Setting>(settings).map((setting) => [setting.name, setting] as const))(
    'explains %s',
    (name, { sentence, fallback, example: shown }) => {
      expect(example).toContain(`# ${sentence}\n#${name}=${fallback || shown}\n`);
    },
  );
});
