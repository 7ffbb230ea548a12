import type { Config } from './config.ts';
import type { House } from './jobs/house.ts';
import { hubCallback } from './jobs/hubCallback.ts';
import type { Log } from './log.ts';
import type { Web } from './web/openWeb.ts';

/** Its libraries are loaded only when there is a port to open. */
export async function webRoom(
  house: House,
  config: Config,
  log: Log,
  catchUp: () => Promise<void>,
): Promise<Web | undefined> {
  if (config.httpPort === undefined) return undefined;
  const { openWeb } = await import('./web/openWeb.ts');
  const web = await openWeb(house, {
    port: config.httpPort,
    host: config.httpHost,
    publicUrl: config.publicUrl,
    log,
    catchUp,
    ...(house.callbackUrl !== undefined && { hubs: (request) => hubCallback(house, request) }),
  });
  log.info({ url: web.url }, 'the web room is open');
  return web;
}
