const firstMs = 1000;
const longestMs = 10 * 60_000;

/** How long a job waits after so many failures in a row: 1 s, 2 s, 4 s, … and never above ten minutes. */
export const backoff = (failures: number): number => Math.min(firstMs * 2 ** (failures - 1), longestMs);
