/** How one kind of site addresses its feeds. */
interface SiteForm {
  /** Without `www.`. */
  readonly host: RegExp;
  readonly path: RegExp;
  /** Addresses of feeds, relative to the page, from what `path` caught; the likeliest first. */
  readonly feeds: (...caught: readonly string[]) => readonly string[];
}

const forms: readonly SiteForm[] = [
  {
    host: /^(?:m\.)?youtube\.com$/u,
    path: /^\/channel\/(UC[\w-]+)/u,
    feeds: (channel) => [`/feeds/videos.xml?channel_id=${channel}`],
  },
  {
    host: /^github\.com$/u,
    path: /^\/([\w-]+)\/([\w.-]+)\/(releases|tags)(?:\/|$)/u,
    feeds: (owner, name, what) => [`/${owner}/${name}/${what}.atom`],
  },
  {
    host: /^github\.com$/u,
    path: /^\/([\w-]+)\/([\w.-]+)\/commits\/([^?#]+?)\/?$/u,
    feeds: (owner, name, branch) => [`/${owner}/${name}/commits/${branch}.atom`],
  },
  {
    host: /^github\.com$/u,
    path: /^\/([\w-]+)\/([\w.-]+?)\/?$/u,
    feeds: (owner, name) => ['releases', 'commits', 'tags'].map((what) => `/${owner}/${name}/${what}.atom`),
  },
  { host: /^github\.com$/u, path: /^\/([\w-]+)\/?$/u, feeds: (owner) => [`/${owner}.atom`] },
  {
    host: /^gitlab\.com$/u,
    path: /^\/((?:[\w.-]+\/)+[\w.-]+?)\/?$/u,
    feeds: (project) => [`/${project}/-/tags?format=atom`, `/${project}.atom`],
  },
  {
    host: /^(?:old\.|new\.)?reddit\.com$/u,
    path: /^(\/(?:r|u|user)\/[\w-]+(?:\/(?:new|top|hot|rising))?)\/?$/u,
    feeds: (place) => [`${place}/.rss`],
  },
  { host: /^(?:old\.|new\.)?reddit\.com$/u, path: /^\/?$/u, feeds: () => ['/.rss'] },
  { host: /^medium\.com$/u, path: /^\/(@?[\w.-]+)/u, feeds: (who) => [`/feed/${who}`] },
  { host: /^bsky\.app$/u, path: /^\/profile\/([\w.:-]+)/u, feeds: (who) => [`/profile/${who}/rss`] },
  {
    host: /^(?:[\w-]+\.)?stackoverflow\.com$|^[\w-]+\.stackexchange\.com$/u,
    path: /^\/questions\/tagged\/([^/]+)/u,
    feeds: (tag) => [`/feeds/tag/${tag}`],
  },
  // Mastodon and its relatives live anywhere.
  {
    host: /^(?!(?:m\.)?youtube\.com$|medium\.com$)/u,
    path: /^\/(@[\w.-]+)\/?$/u,
    feeds: (who) => [`/${who}.rss`],
  },
];

/** Where a site of a known kind keeps the feeds of a page, without asking it. */
export function siteFeeds(page: URL): readonly string[] {
  const host = page.hostname.replace(/^www\./u, '');
  const list = /^\/playlist$/u.test(page.pathname) ? page.searchParams.get('list') : null;
  if (list !== null && /(?:^|\.)youtube\.com$/u.test(host))
    return [new URL(`/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`, page).href];
  for (const form of forms) {
    const caught = form.host.test(host) ? form.path.exec(page.pathname) : null;
    if (caught !== null) return form.feeds(...caught.slice(1)).map((feed) => new URL(feed, page).href);
  }
  return [];
}
