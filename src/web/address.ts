import type { Context } from 'hono';

/** Where things are found in the web room. */
export interface Address {
  /** The address people reach us by, without a trailing slash: as configured, else as this visitor asked. */
  base(c: Context): string;
  company(name: string): string;
}

export const addresses = (publicUrl: string | undefined): Address => ({
  base: (c) => publicUrl ?? new URL(c.req.url).origin,
  company: (name) => `/companies/${encodeURIComponent(name)}`,
});
