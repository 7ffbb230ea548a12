import { decodeHTMLAttribute } from 'entities';
import type { Leaf, Node } from './readFeed.ts';
import { resolveUrl } from './resolveUrl.ts';

/** The picture an item is announced with: declared ones first, else the first in its HTML. */
export function itemImage(node: Node, html: string, base: string | undefined): string | undefined {
  const declared =
    node.all('media:content').find(isImage)?.attributes.url ??
    node.all('media:thumbnail').find((leaf) => leaf.attributes.url)?.attributes.url ??
    node.all('enclosure').find(isImage)?.attributes.url ??
    node.all('itunes:image').find((leaf) => leaf.attributes.href)?.attributes.href ??
    imageElement(node);
  return absolute(declared ?? firstPicture(html), base);
}

function isImage({ attributes }: Leaf): boolean {
  const { url = '', type = '', medium = '' } = attributes;
  if (url === '') return false;
  if (type !== '' || medium !== '') return type.startsWith('image/') || medium === 'image';
  return /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/iu.test(url);
}

function imageElement(node: Node): string | undefined {
  const image = node.all('image')[0];
  if (image === undefined) return undefined;
  return (
    image.attributes.href ??
    /<url>\s*([^<\s]+)/iu.exec(image.raw)?.[1] ??
    /^\s*(https?:\S+)\s*$/u.exec(image.raw)?.[1]
  );
}

/** Counting pixels and emoji are not pictures of the story. */
const decoration = /\b(?:width|height)\s*=\s*["']?1["'\s/]|feedburner\.com|\/emoji\/|pixel|doubleclick/iu;

/** The `src` of the first `<img>`; only the beginning is searched, where a leading picture stands. */
export function firstPicture(html: string): string | undefined {
  for (const [tag] of html.slice(0, 20_000).matchAll(/<img\s[^<>]{1,2000}>/giu)) {
    const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(tag);
    const url = source?.[1] ?? source?.[2] ?? source?.[3];
    if (url !== undefined && url !== '' && !decoration.test(tag)) return decodeHTMLAttribute(url);
  }
  return undefined;
}

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const resolved = resolveUrl(url, base);
  return /^https?:\/\//iu.test(resolved) ? resolved : undefined;
}
