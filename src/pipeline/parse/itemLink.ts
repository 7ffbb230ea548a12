import type { Leaf, Node } from './readFeed.ts';
import { resolveUrl } from './resolveUrl.ts';

/** Where the item can be read, absolute if `base` allows; empty when it says nowhere. */
export function itemLink(node: Node, base: string | undefined): string {
  const original = node.all('feedburner:origlink')[0]?.text() ?? '';
  if (original !== '') return resolveUrl(original, base);
  const links = [...node.all('link'), ...node.all('atom:link')];
  return linkOf(links, base) || permalink(node, base) || resolveUrl(node.attributes['rdf:about'] ?? '', base);
}

/** The page among a feed's or an item's links: RSS writes it as text, Atom marks it `alternate`. */
export function linkOf(links: readonly Leaf[], base: string | undefined): string {
  const found =
    links.find((link) => address(link) !== '' && link.attributes.href === undefined) ??
    links.find((link) => isAlternate(link) && isPage(link)) ??
    links.find(isAlternate);
  return found === undefined ? '' : resolveUrl(address(found), baseOf(found, base));
}

function address(link: Leaf): string {
  return link.attributes.href?.trim() || link.text() || link.attributes['rdf:resource']?.trim() || '';
}

function isAlternate(link: Leaf): boolean {
  const rel = (link.attributes.rel ?? '').trim().toLowerCase();
  return (rel === '' || rel === 'alternate' || rel.endsWith('/alternate')) && address(link) !== '';
}

function isPage(link: Leaf): boolean {
  return /^$|html/iu.test(link.attributes.type ?? '');
}

function baseOf(link: Leaf, base: string | undefined): string | undefined {
  const own = link.attributes['xml:base'];
  return own === undefined ? base : resolveUrl(own, base);
}

/** RSS 2.0: a guid is the item's address unless it says that it is none. */
function permalink(node: Node, base: string | undefined): string {
  for (const guid of node.all('guid')) {
    const says = guid.attributes.ispermalink?.trim().toLowerCase();
    const id = guid.text();
    if (says !== 'false' && (says === 'true' || /^https?:\/\//iu.test(id))) return resolveUrl(id, base);
  }
  return '';
}
