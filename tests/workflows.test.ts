import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const workflows = globSync('.github/workflows/*.yml').map(
  (file) => [file, readFileSync(file, 'utf8')] as const,
);

describe.each(workflows)('%s', (_file, text) => {
  it('pins every action by commit and says which version that is', () => {
    const used = [...text.matchAll(/uses: (.+)/gu)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  it('gives its jobs no right but to read, unless one is named', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/mu);
  });

  it('calls scripts that exist', () => {
    const called = [...text.matchAll(/npm (?:run (?:-s )?)?(test|start|demo|check|pactwire)\b/gu)];
    for (const [, script = ''] of called) expect(manifest.scripts).toHaveProperty([script]);
  });
});

describe('a release', () => {
  it('has a version after semver.org and a place in the changelog', () => {
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(
      new RegExp(`^## ${RegExp.escape(manifest.version)} \\(`, 'mu'),
    );
  });

  it('depends on exact versions only', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual([]);
  });
});
