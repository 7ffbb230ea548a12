import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** A font of a package, and the text for which it is needed. */
interface Font {
  readonly url: URL;
  readonly draws: RegExp;
}

const font = (packageUrl: string, file: string, draws: RegExp): Font => ({
  url: new URL(`../fonts/${file}`, packageUrl),
  draws,
});

/**
 * Latin, Greek and Cyrillic, then Han and kana, then Hangul: a letter is drawn by the first font that has it. All are
 * Noto (SIL Open Font License), from packages, so that pictures are the same on every machine. Those for CJK are large,
 * and parsed for every picture, so they are taken only where they are wanted.
 */
const fonts: readonly Font[] = [
  font(import.meta.resolve('@embedpdf/fonts-latin'), 'NotoSans-Medium.ttf', /./u),
  font(import.meta.resolve('@embedpdf/fonts-latin'), 'NotoSans-Bold.ttf', /./u),
  font(
    import.meta.resolve('@embedpdf/fonts-sc'),
    'NotoSansHans-Medium.otf',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
  ),
  font(import.meta.resolve('@embedpdf/fonts-kr'), 'NotoSansKR-Medium.otf', /\p{Script=Hangul}/u),
];

let renderer: Promise<void> | undefined;
const read = new Map<Font, Promise<Uint8Array>>();

/** The renderer, 2 MB that are compiled when the first picture is drawn. */
async function load(): Promise<void> {
  const wasm = await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await initWasm(wasm);
}

async function bytesOf(one: Font): Promise<Uint8Array> {
  const bytes = read.get(one) ?? readFile(one.url);
  read.set(one, bytes);
  return bytes;
}

/** Draws an SVG, `width` pixels wide. Rejects when the fonts cannot be read. */
export async function png(svg: string, width: number): Promise<Buffer> {
  renderer ??= load();
  await renderer;
  const fontBuffers = await Promise.all(fonts.filter(({ draws }) => draws.test(svg)).map(bytesOf));
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  });
  try {
    const image = resvg.render();
    try {
      return Buffer.from(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
