import type { Validators } from '../../model.ts';
import { acceptEncoding } from './decoded.ts';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/** Headers of one request, names and values in turn. */
export function requestHeaders(userAgent: string, url: URL, { etag, lastModified }: Validators): string[] {
  const headers = ['user-agent', userAgent, 'accept', accept, 'accept-encoding', acceptEncoding];
  if (etag !== undefined) headers.push('if-none-match', etag);
  if (lastModified !== undefined) headers.push('if-modified-since', lastModified);
  if (url.username !== '') headers.push('authorization', basic(url));
  return headers;
}

/** The same for a form that is posted. */
export const formHeaders = (userAgent: string, form: string): readonly string[] => [
  'user-agent',
  userAgent,
  'content-type',
  'application/x-www-form-urlencoded',
  'content-length',
  String(Buffer.byteLength(form)),
];

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64')}`;

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
