/** What blog software calls its feeds, the commonest first. */
const names = [
  'feed',
  'rss.xml',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'rss',
  'feed.json',
  'feeds/posts/default',
];

/** Addresses at which a page that names no feed may still have one: beside it, then at the site's root. */
export function guesses(page: URL): readonly string[] {
  const beside = page.pathname.endsWith('/') ? page.pathname : `${page.pathname}/`;
  const urls = [beside, '/'].flatMap((folder) =>
    names.map((name) => new URL(folder + name, page.origin).href),
  );
  return [...new Set(urls)];
}
