import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** One thing a guide tells its reader to do. */
export type Step =
  | { readonly is: 'write'; readonly file: string; readonly text: string }
  | { readonly is: 'change'; readonly file: string; readonly before: string; readonly after: string }
  | { readonly is: 'run'; readonly command: string };

/** The steps of a guide: a fenced block that names a file is written or applied to it, `sh` is run line by line. */
export function steps(page: string): readonly Step[] {
  return [...page.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gmsu)].flatMap(
    ([, language = '', file, text = '']): readonly Step[] => {
      if (language === 'sh')
        return text
          .trim()
          .split('\n')
          .map((command) => ({ is: 'run', command }));
      if (file === undefined) return [];
      if (language !== 'diff') return [{ is: 'write', file, text }];
      return [{ is: 'change', file, before: side(text, '+'), after: side(text, '-') }];
    },
  );
}

/** A diff without the lines of the other side, without its marks. */
const side = (diff: string, other: '+' | '-'): string =>
  diff
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith(other))
    .map((line) => line.slice(1))
    .join('\n');

/** The checkout as a reader would have it, without its history; packages are shared. */
export function checkout(folder: string): void {
  const left = ['node_modules', '.git', 'data', '.env'];
  cpSync('.', folder, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

/** Does what a step says; what does not work out is returned as a sentence. */
export function follow(step: Step, folder: string): string | undefined {
  switch (step.is) {
    case 'write': {
      const file = join(folder, step.file);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, step.text);
      return undefined;
    }
    case 'change': {
      const file = join(folder, step.file);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const found = text.split(`${step.before}\n`).length - 1;
      if (found !== 1) return `${step.file} has this ${found} times instead of once:\n${step.before}`;
      writeFileSync(
        file,
        text.replace(`${step.before}\n`, () => `${step.after}\n`),
      );
      return undefined;
    }
    case 'run': {
      const path = [resolve('node_modules/.bin'), process.env['PATH']].join(':');
      const env = { PATH: path, HOME: folder };
      const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', step.command], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      return status === 0 ? undefined : `${step.command}\nends with ${status}:\n${stdout}${stderr}`;
    }
  }
}
