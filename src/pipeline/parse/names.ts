/**
 * One spelling for every element name: lower case, and the prefix that most feeds use for a
 * namespace, whichever prefix this feed chose. Elements of the feed formats themselves have none.
 */
export function elementNames(): {
  /** Remember `xmlns` and `xmlns:p` attributes; applies to the rest of the document. */
  declare(attributes: ReadonlyMap<string, string>): void;
  canonical(written: string, ownNamespace?: string): string;
} {
  const prefixes = new Map<string, string>();
  const known = new Map<string, string>();
  return {
    declare(attributes) {
      for (const [name, uri] of attributes) {
        if (!name.startsWith('xmlns:')) continue;
        const prefix = namespaces.get(namespaceKey(uri));
        if (prefix !== undefined) prefixes.set(name.slice('xmlns:'.length), prefix);
        known.clear();
      }
    },
    canonical(written, ownNamespace) {
      const own = ownNamespace === undefined ? undefined : namespaces.get(namespaceKey(ownNamespace));
      if (own !== undefined && !written.includes(':')) return withPrefix(own, written.toLowerCase());
      const seen = known.get(written);
      if (seen !== undefined) return seen;
      const lower = written.toLowerCase();
      const colon = lower.indexOf(':');
      const prefix = lower.slice(0, Math.max(colon, 0));
      const name = withPrefix(prefixes.get(prefix) ?? prefix, lower.slice(colon + 1));
      // A document of nothing but different names must not fill the memory.
      if (known.size < 1000) known.set(written, name);
      return name;
    },
  };
}

function withPrefix(prefix: string, local: string): string {
  return prefix === '' || prefix === 'rss' ? local : `${prefix}:${local}`;
}

function namespaceKey(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/[/#]$/u, '');
}

const namespaces = new Map<string, string>([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/atom-blog/ns', 'atom'],
  ['purl.org/rss/1.0', 'rss'],
  ['my.netscape.com/rdf/simple/0.9', 'rss'],
  ['channel.netscape.com/rdf/simple/0.9', 'rss'],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', 'rss'],
  ['backend.userland.com/rss', 'rss'],
  ['backend.userland.com/rss2', 'rss'],
  ['backend.userland.com/rss191', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['purl.org/net/rss1.1', 'rss'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/metadata/dublin_core', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/modules/syndication', 'sy'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['search.yahoo.com/mrss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
]);
