import { describe, expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };

interface Package {
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
}

const packages = Object.entries<Package>(lock.packages).filter(([path]) => path !== '');

/** Packages whose install script is of no use to us: everything works with `npm ci --ignore-scripts`. */
const scriptsWeIgnore = ['node_modules/msgpackr-extract'];

const licences =
  /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|MPL-2\.0|Unlicense|Python-2\.0|OFL-1\.1)$/u;

describe('a dependency', () => {
  it('is the one that was checked in: the lock holds the hash of every package', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('runs no script when it is installed', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted.filter((path) => !scriptsWeIgnore.includes(path))).toEqual([]);
  });

  it('comes with a licence that lets anybody host the bot', () => {
    const used = packages.filter(([, { dev }]) => !dev);
    const others = used.filter(
      ([, { license = '' }]) => !licences.test(license.replaceAll(/[()]/gu, '').split(' ')[0] ?? ''),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
