import type { Config } from './config.ts';
import type { House } from './jobs/house.ts';
import { hubCallback } from './jobs/hubCallback.ts';
import type { Log } from './log.ts';
import type { Web } from './web/openWeb.ts';
import { portTrouble } from './web/portTrouble.ts';

/** Its libraries are loaded only when there is a port to open. */
export async function webRoom(
  house: House,
  config: Config,
  log: Log,
  catchUp: () => Promise<void>,
): Promise<Web | undefined> {
  const { httpPort, metricsPort, httpHost: host } = config;
  const pages = httpPort !== undefined && config.roles.includes('web');
  const port = pages ? httpPort : metricsPort;
  if (port === undefined) return undefined;
  const { openWeb } = await import('./web/openWeb.ts');
  const web = await openWeb(house, {
    pages,
    port,
    host,
    publicUrl: config.publicUrl,
    log,
    catchUp,
    ...(pages && house.callbackUrl !== undefined && { hubs: (request) => hubCallback(house, request) }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') throw error;
    throw new Error(
      portTrouble(error.code ?? error.message, port, host, pages ? 'HTTP_PORT' : 'METRICS_PORT').join(' '),
      { cause: error },
    );
  });
  log.info({ url: web.url }, pages ? 'the web room is open' : 'health and metrics are open');
  return web;
}
