import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What a validator would complain of in a feed that we publish; empty when all is well. */
export function faults(format: 'atom' | 'rss' | 'json', document: string): readonly string[] {
  if (format === 'json') return jsonFaults(JSON.parse(document) as Json);
  const wellFormed = XMLValidator.validate(document);
  if (wellFormed !== true) return [`not well-formed: ${wellFormed.err.msg}`];
  const tree = reader.parse(document) as Node;
  return [...(format === 'atom' ? atomFaults(tree) : rssFaults(tree))];
}

type Json = Readonly<Record<string, unknown>>;
/** Elements are arrays, in order; attributes begin with `@`; text is `#`. */
type Node = Readonly<Record<string, readonly Node[] | string | undefined>>;

const reader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  alwaysCreateTextNode: true,
  parseTagValue: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

const all = (node: Node | undefined, name: string): readonly Node[] => {
  const found = node?.[name];
  return Array.isArray(found) ? (found as readonly Node[]) : [];
};
const text = (node: Node | undefined, name: string): string => {
  const said = all(node, name)[0]?.['#'];
  return typeof said === 'string' ? said : '';
};
const isUri = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value);
const isRfc3339 = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u.test(value) &&
  !Number.isNaN(Date.parse(value));
/** RSS asks for RFC 822 dates, with four-digit years. */
const isRfc822 = (value: string): boolean =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/u.test(value);
const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

/** RFC 4287: what §4.1.1 and §4.1.2 require of a feed and its entries. */
function* atomFaults(tree: Node): Generator<string> {
  const [feed] = all(tree, 'feed');
  if (feed?.['@xmlns'] !== 'http://www.w3.org/2005/Atom') yield 'the root is no Atom feed';
  const links = all(feed, 'link');
  if (links.filter((link) => link['@rel'] === 'self').length !== 1) yield 'no self link';
  for (const [at, node] of [feed, ...all(feed, 'entry')].entries()) {
    const where = at === 0 ? 'feed' : `entry ${at}`;
    for (const name of ['id', 'title', 'updated'])
      if (all(node, name).length !== 1) yield `${where} has not one ${name}`;
    if (!isUri(text(node, 'id'))) yield `${where}: id is no IRI`;
    if (!isRfc3339(text(node, 'updated'))) yield `${where}: updated is no date`;
    if (at > 0 && !isRfc3339(text(node, 'published'))) yield `${where}: published is no date`;
    for (const link of all(node, 'link')) if (!isUri(link['@href'])) yield `${where}: a link leads nowhere`;
    for (const term of all(node, 'category')) if (!term['@term']) yield `${where}: a category without term`;
    if (text(node, 'published') > text(node, 'updated') && at > 0) yield `${where}: updated before published`;
  }
  if (all(all(feed, 'author')[0], 'name').length !== 1) yield 'nobody wrote it';
  yield* repeated(all(feed, 'entry').map((entry) => text(entry, 'id'))).map((id) => `id ${id} twice`);
}

/** The RSS 2.0 specification and the Best Practices Profile of the RSS Advisory Board. */
function* rssFaults(tree: Node): Generator<string> {
  const [root] = all(tree, 'rss');
  if (root?.['@version'] !== '2.0') yield 'not RSS 2.0';
  const [channel] = all(root, 'channel');
  for (const name of ['title', 'link', 'description'])
    if (all(channel, name).length !== 1) yield `the channel has not one ${name}`;
  if (!isUri(text(channel, 'link'))) yield "the channel's link leads nowhere";
  if (!isRfc822(text(channel, 'lastBuildDate'))) yield 'lastBuildDate is no date';
  const self = all(channel, 'atom:link').filter((link) => link['@rel'] === 'self');
  if (self.length !== 1 || !isUri(self[0]?.['@href'])) yield 'no self link';
  for (const [at, item] of all(channel, 'item').entries()) {
    if (text(item, 'title') === '' && text(item, 'description') === '') yield `item ${at} says nothing`;
    if (!isUri(text(item, 'link'))) yield `item ${at}: link leads nowhere`;
    if (!isRfc822(text(item, 'pubDate'))) yield `item ${at}: pubDate is no date`;
    const [guid] = all(item, 'guid');
    if (!guid || (guid['@isPermaLink'] !== 'false' && !isUri(guid['#']))) yield `item ${at}: no good guid`;
  }
  yield* repeated(all(channel, 'item').map((item) => text(item, 'guid'))).map((id) => `guid ${id} twice`);
}

/** https://www.jsonfeed.org/version/1.1/ */
function jsonFaults(feed: Json): readonly string[] {
  const found: string[] = [];
  if (feed['version'] !== 'https://jsonfeed.org/version/1.1') found.push('version is not 1.1');
  if (typeof feed['title'] !== 'string') found.push('no title');
  for (const name of ['home_page_url', 'feed_url'])
    if (!isUri(feed[name])) found.push(`${name} leads nowhere`);
  const items = feed['items'] as readonly Json[];
  if (!Array.isArray(items)) return [...found, 'no items'];
  for (const [at, item] of items.entries()) {
    if (typeof item['id'] !== 'string') found.push(`item ${at}: id is no string`);
    if (typeof item['content_html'] !== 'string') found.push(`item ${at} has no content`);
    for (const name of ['date_published', 'date_modified'])
      if (!isRfc3339(item[name])) found.push(`item ${at}: ${name} is no date`);
    if (item['url'] !== undefined && !isUri(item['url'])) found.push(`item ${at}: url leads nowhere`);
  }
  const twice = repeated(items.map((item) => String(item['id'])));
  return [...found, ...twice.map((id) => `id ${id} twice`)];
}
