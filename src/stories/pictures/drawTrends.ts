import type { Change, Trends } from '../queries.ts';
import { ems, fitted } from './label.ts';
import { escaped, svg } from './markup.ts';
import type { Paint } from './paint.ts';
import type { PictureWords } from './words.ts';

export interface TrendsStyle {
  readonly paint: Paint;
  readonly words: PictureWords;
  /** Makes names links; absent in pictures that nobody can click. */
  readonly href?: (name: string) => string;
}

const width = 800;
const margin = 24;
const top = 118;
const rowHeight = 58;
const nameWidth = 262;
const barLeft = margin + nameWidth + 12;
const [keySize, keyIndent] = [24, 30];
const barRight = width - margin - 148;

/** Bars: how many stories the busiest companies had in a period, and above a paler bar, how many in the one before. */
export function drawTrends(trends: Trends, { paint, words, href }: TrendsStyle): string {
  const { companies, period, stories } = trends;
  const height = Math.ceil((top + companies.length * rowHeight + margin) / 20) * 20;
  const most = Math.max(1, ...companies.flatMap(({ now, before }) => [now, before]));
  const scale = (count: number) => Math.round((count / most) * (barRight - barLeft));
  const rows = companies.map((company, at) => {
    const y = top + at * rowHeight;
    const middle = y + rowHeight / 2;
    const row =
      `<rect x="0" y="${y}" width="${width}" height="${rowHeight}" fill="${paint.ground}"/>` +
      `<text x="${margin}" y="${middle + 9}" font-size="25" fill="${paint.ink}">${escaped(fitted(company.name, nameWidth / 25))}</text>` +
      bar(middle - 16, scale(company.now), 20, paint.kind('alliance')) +
      bar(middle + 7, scale(company.before), 9, paint.line) +
      `<text x="${barRight + 58}" y="${middle + 9}" text-anchor="end" font-size="25" font-weight="bold" fill="${paint.ink}">${company.now}</text>` +
      change(company, barRight + 74, middle, paint);
    return href ? `<a href="${escaped(href(company.name))}">${row}</a>` : row;
  });
  return svg(
    width,
    height,
    `${words.trending}: ${words.period(period)}`,
    `<rect width="${width}" height="${height}" fill="${paint.ground}"/>` +
      `<text x="${margin}" y="56" font-size="34" font-weight="bold" fill="${paint.ink}">${escaped(words.trending)}</text>` +
      `<text x="${width - margin}" y="56" text-anchor="end" font-size="24" fill="${paint.faint}">${escaped(words.period(period))}</text>` +
      key(margin, paint.kind('alliance'), words.stories(stories.now), paint) +
      key(
        Math.max(barLeft, besides(words.stories(stories.now))),
        paint.line,
        words.before(stories.before),
        paint,
      ) +
      rows.join(''),
  );
}

/** Where the next key may stand: in some languages the first one is wide. */
const besides = (said: string): number => Math.ceil(margin + keyIndent + ems(said) * keySize + keyIndent);

const key = (x: number, colour: string, said: string, paint: Paint): string =>
  `<rect x="${x}" y="78" width="20" height="20" rx="4" fill="${colour}"/>` +
  `<text x="${x + keyIndent}" y="97" font-size="${keySize}" fill="${paint.faint}">${escaped(said)}</text>`;

const bar = (y: number, length: number, thickness: number, colour: string): string =>
  length === 0
    ? ''
    : `<rect x="${barLeft}" y="${y}" width="${length}" height="${thickness}" rx="4" fill="${colour}"/>`;

/** The difference to the period before, with an arrow, since colour alone tells nothing to some. */
function change({ now, before }: Change, x: number, y: number, paint: Paint): string {
  const text = (colour: string, said: string) =>
    `<text x="${x + 22}" y="${y + 8}" font-size="22" fill="${colour}">${escaped(said)}</text>`;
  if (now === before) return text(paint.faint, '=');
  const [colour, arrow] =
    now > before ? [paint.rise, `M${x} ${y + 7}l8 -14 8 14z`] : [paint.fall, `M${x} ${y - 7}l8 14 8 -14z`];
  return `<path d="${arrow}" fill="${colour}"/>${text(colour, String(Math.abs(now - before)))}`;
}
