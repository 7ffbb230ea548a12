/** How many people are remembered; the longest unseen is forgotten first. */
const mostKnown = 10_000;

/**
 * Lets somebody do a thing so many times a minute: what was spent comes back bit by bit, so that nobody has to wait
 * a whole minute (a token bucket).
 */
export function allowance(perMinute: number, now: () => number): (who: string) => boolean {
  const spent = new Map<string, { readonly count: number; readonly at: number }>();
  return (who) => {
    const before = spent.get(who);
    const regained = before ? ((now() - before.at) / 60_000) * perMinute : 0;
    const count = Math.max(0, (before?.count ?? 0) - regained) + 1;
    const isAllowed = count <= perMinute;
    spent.delete(who);
    spent.set(who, { count: isAllowed ? count : count - 1, at: now() });
    for (const oldest of spent.keys()) {
      if (spent.size <= mostKnown) break;
      spent.delete(oldest);
    }
    return isAllowed;
  };
}
