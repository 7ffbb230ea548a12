import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { portTrouble } from '../web/portTrouble.ts';

const { ok, trouble } = diagnoses('web');
const deadlineMs = 3_000;

/** Whether the web room can open its port, or has done so already. */
export async function* web({
  roles,
  httpPort,
  metricsPort,
  httpHost: host,
}: Config): AsyncGenerator<Diagnosis> {
  const hasPages = httpPort !== undefined && roles.includes('web');
  const port = hasPages ? httpPort : metricsPort;
  if (port === undefined) return;
  const failure = await attempt(port, host);
  if (failure === undefined) yield ok(`The web room can open port ${port} of ${host}.`);
  else if (failure === 'EADDRINUSE' && (await isOurs(port, host)))
    yield ok(`The web room is open at ${host}:${port}.`);
  else yield trouble(...portTrouble(failure, port, host, hasPages ? 'HTTP_PORT' : 'METRICS_PORT'));
}

/** Opens the port for a moment; gives the code of what stood against it. */
async function attempt(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown error';
  } finally {
    server.close();
  }
}

/** Whether a bot like this one answers there. */
async function isOurs(port: number, host: string): Promise<boolean> {
  const near = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${near}:${port}/healthz`, { signal: AbortSignal.timeout(deadlineMs) });
    return (await answer.text()) === '{"alive":true}';
  } catch {
    // Whoever does not answer in HTTP is not us.
    return false;
  }
}
