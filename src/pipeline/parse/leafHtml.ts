import { hasElements, htmlOf, textOf } from './body.ts';
import type { Entities } from './entities.ts';

/** A body as HTML. Publishers write it escaped, in CDATA, as elements, or (Atom 0.3) in base64. */
export function leafHtml(
  raw: string,
  attributes: Readonly<Record<string, string>>,
  entities: Entities,
): string {
  const type = (attributes.type ?? '').toLowerCase();
  const mode = (attributes.mode ?? attributes.encoding ?? '').toLowerCase();
  if (mode === 'base64' || isBinary(type)) return fromBase64(textOf(raw, entities));
  if (!hasElements(raw)) return textOf(raw, entities);
  const isXhtml = type.includes('xhtml') || mode === 'xml';
  // Escaped tags beside real ones: the publisher escaped the body, and something slipped through.
  return htmlOf(raw, entities, isXhtml || !/&lt;[a-z/!]/iu.test(raw));
}

/** RFC 4287 §4.1.3.3: any media type that is neither text nor XML is base64. */
function isBinary(type: string): boolean {
  return /^[\w.-]+\/[\w.+-]+$/u.test(type) && !/^text\/|[/+]xml$|html|json/u.test(type);
}

function fromBase64(text: string): string {
  const compact = text.replace(/\s+/gu, '');
  if (!/^[\w+/-]*=*$/u.test(compact)) return text;
  return new TextDecoder('utf-8').decode(Buffer.from(compact, 'base64')).trim();
}
