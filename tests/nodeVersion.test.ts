import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const scripts = Object.entries(manifest.scripts);
const sentence =
  /^Pactwire needs Node 24\.11 or newer and this is Node \d+\.\d+\.\d+: install it from https:\/\/nodejs\.org \(.*\)\.\n$/u;

/** A Node of this version, as far as a program can tell. */
const pretending = (version: string) =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;

describe('the Node that runs us', () => {
  it.each([
    ['18.20.8', 1],
    ['20.20.2', 1],
    ['24.10.0', 1],
    ['24.11.0', 0],
    ['26.10.0', 0],
  ])('%s: exit code %i', (version, code) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', pretending(version), 'src/node-version.mjs'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(code);
    expect(stderr).toMatch(code === 0 ? /^$/u : sentence);
  });

  it.each(scripts)('is looked at before "npm run %s" does anything', (_name, script) => {
    expect(script).toMatch(
      /^(?:node (?:--[a-z-]+(?:=\d+)? )*(?:--import \.\/)?src\/node-version\.mjs|npm run -s )/u,
    );
  });

  // Where the system brings an old Node of its own, it is asked in earnest.
  const old = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  it.skipIf(!/^v(?:18|20|22)\./u.test(old)).each(scripts.filter(([, script]) => script.startsWith('node ')))(
    'makes "%s" end with one sentence where it is too old',
    (_name, script) => {
      const { status, stderr } = spawnSync('/bin/sh', ['-c', script], {
        env: { PATH: '/usr/bin:/bin' },
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stderr).toMatch(sentence);
    },
  );
});
