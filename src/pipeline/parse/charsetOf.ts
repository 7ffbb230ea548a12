import { createRequire } from 'node:module';
import type IconvLite from 'iconv-lite';

/** The charset that a label names, in a spelling that `decoded` knows; undefined for a label that means nothing. */
export function charsetOf(label: string): string | undefined {
  const name = label.toLowerCase().replaceAll('_', '-');
  for (const spelling of [name, name.replace(/^iso(\d)/u, 'iso-$1'), name.replace(/^mac-/u, 'x-mac-')]) {
    try {
      return new TextDecoder(spelling).encoding;
    } catch {
      continue;
    }
  }
  const bare = name.replace(/^x-/u, '');
  const old = nicknames[bare] ?? bare;
  return iconv().encodingExists(old) ? old : undefined;
}

/** @param charset as `charsetOf` gave it */
export function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return iconv().decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
  }
}

const nicknames: Readonly<Record<string, string>> = {
  'cp-is': 'cp861',
  maclatin2: 'maccenteuro',
  maccentraleurope: 'maccenteuro',
  'mac-latin2': 'maccenteuro',
  uhc: 'cp949',
  'big5-tw': 'big5',
};

const require = createRequire(import.meta.url);

/**
 * What browsers forgot and old software still writes: DOS and Macintosh code pages, UTF-7. Loaded when such
 * a label turns up, which in most rounds none does.
 */
const iconv = (): typeof IconvLite => require('iconv-lite') as typeof IconvLite;
