import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * Latin, Greek and Cyrillic, then Han and kana, then Hangul: a letter is drawn by the first font that has it.
 * All are Noto (SIL Open Font License), from packages, so that pictures are the same on every machine.
 */
const fontFiles: readonly (readonly [packageUrl: string, file: string])[] = [
  [import.meta.resolve('@embedpdf/fonts-latin'), 'NotoSans-Medium.ttf'],
  [import.meta.resolve('@embedpdf/fonts-latin'), 'NotoSans-Bold.ttf'],
  [import.meta.resolve('@embedpdf/fonts-sc'), 'NotoSansHans-Medium.otf'],
  [import.meta.resolve('@embedpdf/fonts-kr'), 'NotoSansKR-Medium.otf'],
];

let loading: Promise<readonly Uint8Array[]> | undefined;

/** The renderer and its fonts, 15 MB that are loaded when the first picture is drawn. */
async function load(): Promise<readonly Uint8Array[]> {
  const wasm = await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await initWasm(wasm);
  return Promise.all(
    fontFiles.map(([packageUrl, file]) => readFile(new URL(`../fonts/${file}`, packageUrl))),
  );
}

/** Draws an SVG, `width` pixels wide. Rejects when the fonts cannot be read. */
export async function png(svg: string, width: number): Promise<Buffer> {
  loading ??= load();
  const fontBuffers = [...(await loading)];
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
