import zlib, { type ZlibOptions } from 'node:zlib';

export type Decoded =
  | { readonly is: 'decoded'; readonly body: Uint8Array }
  | { readonly is: 'too-large' }
  | { readonly is: 'garbled'; readonly coding: string };

type Decoder = (data: Uint8Array, options: Pick<ZlibOptions, 'maxOutputLength' | 'chunkSize'>) => Uint8Array;

// Synchronous: a feed takes a twentieth of a millisecond, the cap keeps bombs to a few,
// and the thread pool, where names are looked up too, would cost twice as much.
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: zlib.gunzipSync,
  br: zlib.brotliDecompressSync,
  zstd: zlib.zstdDecompressSync,
  // Named after zlib's format (RFC 9110 §8.4.1.2), yet some servers send the bare stream.
  deflate: (data, options) =>
    ((data[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync(data, options) : zlib.inflateRawSync(data, options),
};

export const acceptEncoding = Object.keys(decoders).join(', ');

const mostLayers = 3;
const chunkSize = 64 * 1_024;

/**
 * Undoes Content-Encoding, outermost layer first, and never lets a layer unfold to more than `maxBytes`.
 * A body that is gzip without saying so (`feed.xml.gz`, careless proxies) is undone too.
 */
export function decoded(body: Uint8Array, encoding: string, maxBytes: number): Decoded {
  const named = encoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase().replace(/^x-/u, ''))
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none');
  const codings = named.length === 0 && isGzip(body) ? ['gzip'] : named;
  if (codings.length > mostLayers) return { is: 'garbled', coding: encoding };
  let plain = body;
  for (const coding of codings.toReversed()) {
    // Some servers announce gzip and send plain text.
    if (coding === 'gzip' && !isGzip(plain)) continue;
    const decode = decoders[coding];
    if (!decode) return { is: 'garbled', coding };
    try {
      plain = decode(plain, { maxOutputLength: maxBytes, chunkSize });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ERR_BUFFER_TOO_LARGE' ? { is: 'too-large' } : { is: 'garbled', coding };
    }
  }
  return { is: 'decoded', body: plain };
}

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b;
