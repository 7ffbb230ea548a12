const unit = { m: 60_000, h: 3_600_000 } as const;

/**
 * Replaces each `{{ago 3h}}` or `{{ago 90m}}` of a feed by the instant so long before `now`, written as the
 * format wants it: RFC 822 in RSS 2.0, RFC 3339 in Atom (RFC 4287 §3.3).
 */
export function freshened(feed: string, format: 'rss' | 'atom', now: Date): string {
  return feed.replaceAll(/\{\{ago (\d+)([mh])\}\}/gu, (_, count: string, letter: keyof typeof unit) => {
    const then = new Date(now.getTime() - Number(count) * unit[letter]);
    return format === 'rss' ? then.toUTCString() : then.toISOString();
  });
}
