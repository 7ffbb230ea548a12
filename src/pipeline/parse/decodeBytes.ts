import { charsetOf, decoded } from './charsetOf.ts';
import { guessCharset } from './guessCharset.ts';

/**
 * Bytes → text, the charset found as a browser finds it: byte order mark, UTF-16/32 pattern, valid
 * UTF-8, HTTP header, XML declaration or `<meta>`, and at last by what the bytes look like.
 */
export function decodeBytes(bytes: Uint8Array, contentType = ''): string {
  const wide = wideCharset(bytes);
  if (wide === 'utf-32le' || wide === 'utf-32be') return decodeUtf32(bytes, wide === 'utf-32le');
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const ascii = utf8?.length === bytes.length;
  if (utf8 !== undefined && !ascii) return utf8;
  const declared = declaredCharset(bytes, contentType);
  // Plain ASCII proves nothing: ISO-2022-JP is written in ASCII bytes too.
  if (utf8 !== undefined)
    return declared === 'iso-2022-jp' || declared === 'utf-7' ? decoded(bytes, declared) : utf8;
  if (declared !== undefined && !declared.startsWith('utf-')) return decoded(bytes, declared);
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return mostlyUtf8(lossy) ? lossy : new TextDecoder(guessCharset(bytes)).decode(bytes);
}

function wideCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (head === 'fffe0000' || head === '3c000000') return 'utf-32le';
  if (head === '0000feff' || head === '0000003c') return 'utf-32be';
  if (head.startsWith('fffe') || /^3c00(?!00)/u.test(head)) return 'utf-16le';
  if (head.startsWith('feff') || /^003c(?!00)/u.test(head) || head.startsWith('003c00')) return 'utf-16be';
  if (head.startsWith('efbbbf')) return 'utf-8';
  return undefined;
}

/** TextDecoder knows no UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    if (point === 0xfeff && at === 0) continue;
    parts.push(point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\uFFFD');
  }
  return parts.join('');
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first label that names a charset we can decode. */
function declaredCharset(bytes: Uint8Array, contentType: string): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const labels = [
    /charset\s*=\s*["']?([^\s"';]+)/iu.exec(contentType)?.[1],
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([^\s"'>]+)/iu.exec(head)?.[1],
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([^\s"'>;]+)/iu.exec(head)?.[1],
  ];
  for (const label of labels) {
    const charset = label === undefined ? undefined : charsetOf(label);
    if (charset !== undefined) return charset;
  }
  return undefined;
}

/** One broken sequence in a UTF-8 document is damage; more breaks than characters is another charset. */
function mostlyUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return broken <= whole;
}
