import { type Setting, settings } from '../../src/config.ts';

/** docs/settings.md, derived from the table of settings. */
export const settingsPage = (): string => `# Settings

From the environment or from \`.env\`; the environment wins, and an empty value is none. A wrong setting stops the start
with a sentence that says how to write it, and \`npm run -s pactwire -- doctor\` checks all of them.

This page is written by a test from \`src/config.ts\`: \`npx vitest run tests/readme.test.ts -u\`.

${Object.values<Setting>(settings).map(entry).join('\n\n')}
`;

function entry({ name, fallback, example, sentence, secret }: Setting): string {
  const lines = [`## ${name}`, '', sentence, '', `- Default: ${fallback ? `\`${fallback}\`` : 'none'}`];
  lines.push(`- Example: \`${name}=${example}\``);
  if (secret)
    lines.push(`- May stand in a file of its own: \`${name}_FILE=/run/secrets/${name.toLowerCase()}\``);
  return lines.join('\n');
}
