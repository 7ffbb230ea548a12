/** What one of several processes is for. */
export const roles = ['poll', 'tell', 'deliver', 'listen', 'web'] as const;
export type Role = (typeof roles)[number];
