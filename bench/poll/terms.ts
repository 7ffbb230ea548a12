/** What both sides of the comparison are put to. */
export const itemsPerFeed = 30;
export const latencyMs = 20;
export const atOnce = 32;
