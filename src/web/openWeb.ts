import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { House, HouseEvent } from '../jobs/house.ts';
import type { Log } from '../log.ts';
import { addresses } from './address.ts';
import { metrics } from './metrics/metrics.ts';
import { readiness } from './readiness.ts';
import { routes } from './routes.ts';

export interface WebOptions {
  /** Whether there is something to look at; health and metrics alone when false. */
  readonly pages?: boolean;
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
  readonly log: Log;
  /** The address people reach us by, without a trailing slash; as they asked unless told. */
  readonly publicUrl?: string | undefined;
  /** Requests a minute that one client may make; 300 unless told. */
  readonly perMinute?: number;
  /** Makes stories known that another process told. */
  readonly catchUp?: () => Promise<void>;
  /** Answers the hubs that push feeds to us. */
  readonly hubs?: ((request: Request) => Promise<Response>) | undefined;
}

export interface Web {
  /** Without a trailing slash. */
  readonly url: string;
  observe(event: HouseEvent): void;
  close(): Promise<void>;
}

type Parts = Pick<House, 'archive' | 'feeds' | 'memory' | 'now' | 'queue'>;

/** Small and impatient: everything asked of us fits into a few kilobytes of header. */
const limits = {
  maxHeaderSize: 8_192,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 15_000,
};
const maxConnections = 512;
/** How long a running answer may hold up the end of the process. */
const patienceMs = 1_000;

/** Opens the web room: health, metrics and the public pages. Rejects when the port is taken. */
export async function openWeb(parts: Parts, options: WebOptions): Promise<Web> {
  const { pages = true, port, host, log, publicUrl, perMinute = 300, hubs } = options;
  const { catchUp = async () => {} } = options;
  const measured = metrics(parts);
  const ready = readiness(parts);
  const app = routes({
    pages,
    archive: parts.archive,
    address: addresses(publicUrl),
    now: parts.now,
    metrics: measured,
    readiness: ready,
    log,
    perMinute,
    catchUp,
    hubs,
  });
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: limits }) as Server;
  server.maxConnections = maxConnections;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server, host),
    observe(event) {
      measured.observe(event);
      ready.observe(event);
    },
    close: () => close(server),
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Lets running answers finish; idle connections are cut. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cut);
}
