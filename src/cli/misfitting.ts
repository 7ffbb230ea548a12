import type { Config } from '../config.ts';
import { roles as allRoles } from '../config/roles.ts';

/** Why these settings cannot work together. */
export function misfitting({ queueUrl, storeUrl, roles }: Config): string | undefined {
  if (queueUrl === undefined)
    return roles.length < allRoles.length
      ? 'ROLES names a part of the work, but without QUEUE_URL nobody gets the rest: set QUEUE_URL=redis://…, or leave ROLES out.'
      : undefined;
  return storeUrl === 'memory:'
    ? 'QUEUE_URL is for many processes, which need a STORE_URL that all can reach: for example STORE_URL=redis://…'
    : undefined;
}
