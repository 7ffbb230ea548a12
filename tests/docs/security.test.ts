import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/security.md', 'utf8');
const threats = [...page.matchAll(/^\| \*\*(.+?)\*\*.*\| (.+) \|$/gmu)].map(
  ([, threat = '', tests = '']) =>
    [threat, [...tests.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file)] as const,
);

describe('docs/security.md', () => {
  it('knows of feeds, members, tokens, SSRF and dependencies', () => {
    for (const word of [
      /hostile feed/u,
      /SSRF|leads inside/u,
      /hostile member/u,
      /leaked token/u,
      /dependency/u,
      /gives orders/u,
      /web room/u,
      /Forged/u,
    ]) {
      expect(threats.some(([threat]) => word.test(threat))).toBe(true);
    }
  });

  it.each(threats)('names tests that exist for: %s', (_threat, tests) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests)
      expect(existsSync(file) && /\b(?:it|test)\b/u.test(readFileSync(file, 'utf8')), file).toBe(true);
  });

  it('names every test of tests/security', () => {
    const named = threats.flatMap(([, tests]) => tests);
    expect(globSync('tests/security/*.test.ts').filter((file) => !named.includes(file))).toEqual([]);
  });
});
