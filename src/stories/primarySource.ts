import type { Source, Story } from '../model.ts';
import { lineage } from './companies.ts';

/** Where companies publish their press releases in their own words. */
const wires = [
  'accessnewswire.com',
  'accesswire.com',
  'actusnews.com',
  'businesswire.com',
  'cision.com',
  'einpresswire.com',
  'eqs-news.com',
  'globenewswire.com',
  'kyodonewsprwire.jp',
  'newswire.ca',
  'newswire.com',
  'ots.at',
  'pr.com',
  'presseportal.ch',
  'presseportal.de',
  'prnasia.com',
  'prnewswire.co.uk',
  'prnewswire.com',
  'prtimes.jp',
  'prweb.com',
] as const;

/** Who passes on what others wrote. */
const retellers = [
  'biztoc.com',
  'feedproxy.google.com',
  'flipboard.com',
  'lobste.rs',
  'msn.com',
  'news.google.com',
  'news.ycombinator.com',
  'newsbreak.com',
  'reddit.com',
  'slashdot.org',
  'smartnews.com',
  't.me',
  'techmeme.com',
  'x.com',
  'yahoo.com',
] as const;

/**
 * The sources with the primary one first: a partner's own page before a press-release wire, a wire before the press,
 * the press before who passes it on. Among equals the first to tell it; the others stay in the order they told it.
 */
export function primaryFirst({ sources, partners }: Pick<Story, 'sources' | 'partners'>): readonly Source[] {
  if (sources.length < 2) return sources;
  const names = new Set(partners.flatMap(lineage));
  const distances = sources.map(({ url }) => distance(url, names));
  const nearest = distances.indexOf(Math.min(...distances));
  const primary = sources[nearest];
  return primary === undefined || nearest === 0 ? sources : [primary, ...sources.toSpliced(nearest, 1)];
}

/** How far from the partners themselves an address speaks; one that leads nowhere is the last. */
function distance(url: string, partners: ReadonlySet<string>): number {
  const host = URL.parse(url)?.hostname;
  if (host === undefined || host === '') return 4;
  const isOn = (domains: readonly string[]): boolean =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  if (isOn(retellers)) return 3;
  if (isOn(wires)) return 1;
  return isOwn(host, partners) ? 0 : 2;
}

const besides =
  /^(?:about|get|join|the)?(?<name>.+?)(?:group|corp|inc|global|hq|news|newsroom|press|official)?$/u;
/** Shorter names are words and countries too often to be looked for inside others. */
const tellingName = 4;

/** Whether a part of the host is a partner's name: `newsroom.lumora.com`, `aboutlumora.com`, `blog.lumora`. */
function isOwn(host: string, partners: ReadonlySet<string>): boolean {
  const parts = host.split('.').map((part) => part.replaceAll('-', ''));
  const ending = parts.pop() ?? '';
  if (ending.length > tellingName && partners.has(ending)) return true;
  return parts.some((part) => {
    if (part.length > 1 && partners.has(part)) return true;
    const name = besides.exec(part)?.groups?.['name'] ?? '';
    return name.length >= tellingName && partners.has(name);
  });
}
