import type { Kind } from '../../model.ts';
import { kinds } from '../../model.ts';
import { ems, fitted, type Label, label } from './label.ts';
import { layout } from './layout.ts';
import { escaped, svg } from './markup.ts';
import type { Network } from './network.ts';
import type { Paint } from './paint.ts';
import type { PictureWords } from './words.ts';

export interface NetworkStyle {
  readonly paint: Paint;
  readonly words: PictureWords;
  /** Makes names links; absent in pictures that nobody can click. */
  readonly href?: (name: string) => string;
}

const width = 800;
const margin = 24;
/** Few names want less room. */
const heightFor = (names: number): number => (names <= 3 ? 340 : names <= 6 ? 500 : 700);
const fontSize = 25;
const focusSize = 31;
const padding = { x: 15, y: 8 };

/** A drawing of a network, square, made to be read on a phone. */
export function drawNetwork(network: Network, title: string, style: NetworkStyle): string {
  const { paint, words, href } = style;
  const shown = kinds.filter((kind) => network.ties.some((tie) => tie.kind === kind));
  const legend = legendRows(
    shown,
    network.ties.some(({ ended }) => ended),
    style,
  );
  const top = margin + 58;
  const height = heightFor(network.nodes.length) + legend.length * legendStep;
  const bottom = height - margin - legend.length * legendStep - 8;
  const labels = new Map(
    network.nodes.map(({ key, name, focus: central }) => [key, label(name, central ? focusSize : fontSize)]),
  );
  const box = (key: string) => {
    const text = labels.get(key);
    return { width: (text?.width ?? 0) + 2 * padding.x, height: (text?.height ?? 0) + 2 * padding.y };
  };
  const places = layout(
    network.nodes.map((node) => ({ key: node.key, ...box(node.key), central: node.focus })),
    network.ties.map(({ ends, stories }) => ({ ends, strength: Math.min(4, stories) })),
    { left: margin, right: width - margin, top, bottom },
  );
  const placeOf = new Map(network.nodes.map(({ key }, place) => [key, place]));
  const at = (key: string) => places.get(key) ?? { x: width / 2, y: height / 2 };

  const focus = new Set(network.nodes.flatMap((node) => (node.focus ? [node.key] : [])));
  const focused = (ends: readonly string[]) => focus.size === 0 || ends.some((key) => focus.has(key));
  const middle = { x: width / 2, y: (top + bottom) / 2 };
  const ties = network.ties
    .toSorted((a, b) => a.stories - b.stories)
    .map(({ ends, stories, kind, ended }) => {
      const mark = href ? ` class="t ${ends.map((key) => `t${placeOf.get(key)}`).join(' ')}"` : '';
      const [a, b] = [at(ends[0]), at(ends[1])];
      const thickness = Math.min(16, 2.5 + 2.5 * (stories - 1));
      const dashes = ended ? ` stroke-dasharray="${thickness + 6} ${thickness + 6}"` : '';
      const path = focused(ends) ? `L${b.x} ${b.y}` : `Q${bend(a, b, middle)} ${b.x} ${b.y}`;
      return (
        `<path${mark} d="M${a.x} ${a.y}${path}" fill="none" stroke="${paint.kind(kind)}" ` +
        `stroke-width="${thickness}"${dashes}/>`
      );
    });
  const nodes = network.nodes.map(({ key, name, focus: central }) => {
    const { x, y } = at(key);
    const pillBox = box(key);
    const pill =
      `<rect x="${x - pillBox.width / 2}" y="${y - pillBox.height / 2}" width="${pillBox.width}" height="${pillBox.height}" ` +
      `rx="${Math.min(22, pillBox.height / 2)}" ` +
      `fill="${central ? paint.focus : paint.card}" stroke="${central ? paint.focus : paint.line}" stroke-width="2"/>`;
    const text = lines(
      labels.get(key) as Label,
      x,
      y,
      central ? focusSize : fontSize,
      central ? paint.onFocus : paint.ink,
      central,
    );
    return href
      ? `<a class="n${placeOf.get(key)}" href="${escaped(href(name))}">${pill}${text}</a>`
      : pill + text;
  });
  const more =
    network.more > 0
      ? `<text x="${width - margin}" y="${margin + 30}" text-anchor="end" font-size="24" fill="${paint.faint}">${escaped(words.more(network.more))}</text>`
      : '';
  const heading = fitted(title, (width - 2 * margin - (network.more > 0 ? 170 : 0)) / 34);
  return svg(
    width,
    height,
    title,
    `<rect width="${width}" height="${height}" fill="${paint.ground}"/>` +
      `<text x="${margin}" y="${margin + 32}" font-size="34" font-weight="bold" fill="${paint.ink}">${escaped(heading)}</text>${more}` +
      `<g stroke-linecap="butt">${ties.join('')}</g>${nodes.join('')}${legendMarkup(legend, height, paint)}`,
  );
}

/** Where a tie among partners bends to, so that it goes round the company in the middle and not behind it. */
function bend(a: Point, b: Point, middle: Point): string {
  const half = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: (b.y - a.y) / length, y: (a.x - b.x) / length };
  const outwards = normal.x * (half.x - middle.x) + normal.y * (half.y - middle.y) >= 0 ? 1 : -1;
  const by = outwards * (length > 320 ? 0.45 : 0.12) * length;
  return `${Math.round(half.x + normal.x * by)} ${Math.round(half.y + normal.y * by)}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function lines(
  { lines: all }: Label,
  x: number,
  y: number,
  size: number,
  colour: string,
  bold: boolean,
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  const step = size * 1.18;
  const first = y - ((all.length - 1) * step) / 2 + size * 0.355;
  return all
    .map(
      (line, at) =>
        `<text x="${x}" y="${Math.round(first + at * step)}" text-anchor="middle" font-size="${size}"${weight} fill="${colour}">${escaped(line)}</text>`,
    )
    .join('');
}

interface Entry {
  readonly text: string;
  readonly colour: string;
  readonly dashed: boolean;
  readonly room: number;
}

const legendSize = 22;
const legendStep = 40;

/** What colours and dashes mean, broken into rows that fit. */
function legendRows(shown: readonly Kind[], ended: boolean, { paint, words }: NetworkStyle): Entry[][] {
  const entries = [
    ...shown.map((kind) => ({ text: words.kinds[kind], colour: paint.kind(kind), dashed: false })),
    ...(ended ? [{ text: words.ended, colour: paint.faint, dashed: true }] : []),
  ].map((entry): Entry => ({ ...entry, room: 44 + ems(entry.text) * legendSize + 26 }));
  const rows: Entry[][] = [];
  let left = 0;
  for (const entry of entries) {
    if (left < entry.room) {
      rows.push([]);
      left = width - 2 * margin;
    }
    rows.at(-1)?.push(entry);
    left -= entry.room;
  }
  return rows;
}

function legendMarkup(rows: readonly Entry[][], height: number, paint: Paint): string {
  return rows
    .flatMap((row, at) => {
      let x = margin;
      const y = height - margin - (rows.length - 1 - at) * legendStep - 6;
      return row.map(({ text, colour, dashed, room }) => {
        const start = x;
        x += room;
        return (
          `<line x1="${start}" y1="${y - 7}" x2="${start + 34}" y2="${y - 7}" stroke="${colour}" stroke-width="7"${dashed ? ' stroke-dasharray="9 6"' : ''}/>` +
          `<text x="${start + 44}" y="${y}" font-size="${legendSize}" fill="${paint.faint}">${escaped(text)}</text>`
        );
      });
    })
    .join('');
}
