import type { PollingHints } from './parsed.ts';
import { firstText } from './parseItem.ts';
import type { Leaf, Node } from './readFeed.ts';
import { resolveUrl } from './resolveUrl.ts';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const hour = 3_600_000;
const periods: Readonly<Record<string, number>> = {
  hourly: hour,
  daily: 24 * hour,
  weekly: 7 * 24 * hour,
  monthly: 30 * 24 * hour,
  yearly: 365 * 24 * hour,
};

/** What the feed asks of those who poll it (RSS 2.0 `ttl`, `skipHours`, `skipDays`; the syndication module; WebSub). */
export function feedHints(head: Node, base: string | undefined): PollingHints {
  const links = [...head.all('atom:link'), ...head.all('link')];
  const hub = linkTo(links, 'hub', base);
  const self = linkTo(links, 'self', base);
  const ttlMinutes = Number.parseInt(firstText(head, ['ttl']), 10);
  const skipHours = inner(head, 'skiphours')
    .filter((text) => /^\d+$/u.test(text))
    .map((text) => Number(text) % 24);
  const skipDays = inner(head, 'skipdays')
    .map((text) => days.indexOf(text.toLowerCase()))
    .filter((day) => day >= 0);
  const period = periods[firstText(head, ['sy:updateperiod']).toLowerCase()];
  const frequency = Number.parseInt(firstText(head, ['sy:updatefrequency']), 10);
  return {
    ...(hub !== undefined && { hub }),
    ...(self !== undefined && { self }),
    ...(ttlMinutes > 0 && { ttlMinutes }),
    ...(skipHours.length > 0 && { skipHours }),
    ...(skipDays.length > 0 && { skipDays }),
    ...(period !== undefined && { updatePeriodMs: period / (frequency > 0 ? frequency : 1) }),
  };
}

function linkTo(links: readonly Leaf[], rel: string, base: string | undefined): string | undefined {
  const href = links.find((link) => link.attributes.rel?.toLowerCase() === rel)?.attributes.href;
  return href === undefined ? undefined : resolveUrl(href, base);
}

/** The texts inside `<hour>` and `<day>`. */
function inner(head: Node, field: string): readonly string[] {
  return head
    .all(field)
    .flatMap(({ raw }) => [...raw.matchAll(/>\s*(\w+)\s*</gu)].map((match) => match[1] ?? ''));
}
