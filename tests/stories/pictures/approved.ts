import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = 'tests/stories/pictures/approved';
/** Edges may be smoothed differently on another processor. */
export const mayDiffer = 0.002;

/**
 * The share of pixels in which a picture differs from the approved one of that name. After a change that is meant,
 * `APPROVE_PICTURES=1 npm test` writes them anew: look at each before you commit it.
 */
export function differenceFromApproved(name: string, picture: Buffer): number {
  const file = join(folder, `${name}.png`);
  if (process.env['APPROVE_PICTURES'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, picture);
  }
  const [is, was] = [PNG.sync.read(picture), PNG.sync.read(readFileSync(file))];
  const sameSize = is.width === was.width && is.height === was.height;
  const different = sameSize
    ? pixelmatch(is.data, was.data, undefined, is.width, is.height, { threshold: 0.1 }) /
      (is.width * is.height)
    : 1;
  if (different > mayDiffer) writeFileSync(join(tmpdir(), `${name}.png`), picture);
  return different;
}
