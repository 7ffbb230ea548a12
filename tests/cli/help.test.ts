import { describe, expect, it } from 'vitest';
import { guides } from '../../src/cli/guides.ts';
import { pactwire } from './pactwire.ts';

describe('--help', () => {
  it('lists the subcommands, each of which has a guide with examples', async () => {
    const { code, out } = await pactwire(['--help']);
    const listed = [...out.matchAll(/^ {2}(\w[\w-]*)/gmu)].map(([, name]) => name);
    expect(code).toBe(0);
    expect(listed).toContain('doctor');
    expect(listed.filter((name = '') => !guides[name]?.examples.length)).toEqual([]);
    expect(Object.keys(guides).filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('of a subcommand tells what it is for and gives calls to copy', async () => {
    const { code, out } = await pactwire(['opml', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^pactwire opml import .*\n\nFeeds in and out.*\n\nExamples:\n {2}npm run -s pactwire -- opml/u,
    );
  });

  it('is what a wrong subcommand gets, with exit code 2', async () => {
    const { code, err } = await pactwire(['strat']);
    expect(code).toBe(2);
    expect(err).toContain('Usage: npm run -s pactwire -- <subcommand>');
  });
});
