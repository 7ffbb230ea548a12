import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type Decoded =
  | { readonly is: 'decoded'; readonly body: Uint8Array }
  | { readonly is: 'too-large' }
  | { readonly is: 'garbled'; readonly coding: string };

type Decoder = (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const inflate: Decoder = promisify(zlib.inflate);
const inflateRaw: Decoder = promisify(zlib.inflateRaw);
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(zlib.gunzip),
  br: promisify(zlib.brotliDecompress),
  zstd: promisify(zlib.zstdDecompress),
  // Named after zlib's format (RFC 9110 §8.4.1.2), yet some servers send the bare stream.
  deflate: (data, options) =>
    ((data[0] ?? 0) & 0x0f) === 8 ? inflate(data, options) : inflateRaw(data, options),
};

export const acceptEncoding = Object.keys(decoders).join(', ');

const mostLayers = 3;

/**
 * Undoes Content-Encoding, outermost layer first, and never lets a layer unfold to more than `maxBytes`.
 * A body that is gzip without saying so (`feed.xml.gz`, careless proxies) is undone too.
 */
export async function decoded(body: Uint8Array, encoding: string, maxBytes: number): Promise<Decoded> {
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
      plain = await decode(plain, { maxOutputLength: maxBytes });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ERR_BUFFER_TOO_LARGE' ? { is: 'too-large' } : { is: 'garbled', coding };
    }
  }
  return { is: 'decoded', body: plain };
}

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b;
