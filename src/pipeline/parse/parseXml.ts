import type { Key } from '../../words/words.ts';
import { declarationsOf } from './element.ts';
import { feedHints } from './feedHints.ts';
import { linkOf } from './itemLink.ts';
import type { FeedFormat, Parsed } from './parsed.ts';
import { firstText, parseItem } from './parseItem.ts';
import { plainTitle } from './plainTitle.ts';
import { type Node, readFeed } from './readFeed.ts';
import { readFields } from './readFields.ts';
import { findRoot, isAtom, type Root } from './root.ts';

/** RSS, RDF and Atom of every version. `address` is where the document came from. */
export async function parseXml(text: string, address: string | undefined): Promise<Parsed> {
  const behind = declarationsOf(text);
  const root = findRoot(text, behind);
  if (root === undefined) return { ok: false, reason: { say: notAFeed(text) } };
  const { head, items } = await readFeed(readFields(text, root, behind), root);
  const base = head.attributes['xml:base'];
  const link = linkOf([...head.all('link'), ...head.all('atom:link'), ...head.all('url')], base ?? address);
  const linkBase = base ?? (URL.canParse(link) ? link : address);
  const language = feedLanguage(head);
  return {
    ok: true,
    feed: {
      format: formatOf(root),
      title: plainTitle(head, ['title', 'atom:title', 'dc:title', 'itunes:title']),
      link,
      ...(language !== '' && { language }),
      ...feedHints(head, base ?? address),
      items: items.map((item) => parseItem(item, { base, linkBase })),
    },
  };
}

function feedLanguage(head: Node): string {
  return firstText(head, ['language', 'dc:language']) || (head.attributes['xml:lang']?.trim() ?? '');
}

function formatOf(root: Root): FeedFormat {
  const version = root.attributes.get('version') ?? '';
  const namespaces = [...root.attributes].filter(([name]) => name.startsWith('xmlns')).map(([, uri]) => uri);
  if (isAtom(root)) {
    const old = version.startsWith('0.') || namespaces.some((uri) => uri.includes('purl.org/atom/ns'));
    return old ? 'atom0.3' : 'atom1';
  }
  if (root.name === 'rdf') {
    return namespaces.some((uri) => uri.includes('netscape.com/rdf/simple/0.9')) ? 'rss0.9x' : 'rss1';
  }
  return version.trim().startsWith('0.9') ? 'rss0.9x' : 'rss2';
}

function notAFeed(text: string): Key {
  if (text.trim() === '') return 'document.empty';
  const beginning = text.slice(0, 5000);
  if (/<html[\s>]|<!doctype html/iu.test(beginning)) return 'document.page';
  return /<opml[\s>]/iu.test(beginning) ? 'document.opml' : 'document.notFeed';
}
