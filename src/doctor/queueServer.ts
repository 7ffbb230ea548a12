import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { optional } from '../optional.ts';

const { ok, advice, trouble } = diagnoses('queue');
const deadlineMs = 5_000;
const oldestRedis = 7;
const oldestPostgres = 13;

/** Whether Redis lets us in, is new enough, and throws no job away when its memory is full. */
export async function onRedis(url: string): Promise<Diagnosis> {
  const { host } = new URL(url);
  const { Redis } = await optional('QUEUE_URL', 'bullmq ioredis', () => import('ioredis'));
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: deadlineMs, retryStrategy: () => null });
  let lastError: Error | undefined;
  redis.on('error', (error) => {
    lastError = error;
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const version = Number(/^redis_version:(\d+)/mu.exec(info)?.[1] ?? oldestRedis);
    const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/mu.exec(info) ?? [];
    if (version < oldestRedis)
      return trouble(`Redis at ${host} is of version ${version}.`, `Use Redis ${oldestRedis} or newer.`);
    if (policy !== 'noeviction')
      return advice(
        `Redis at ${host} throws things away when its memory is full (${policy}), jobs among them.`,
        'Set "maxmemory-policy noeviction" in its configuration.',
      );
    return ok(`The server that carries the jobs answers at ${host}.`);
  } catch (error) {
    return unusable('Redis', host, lastError ?? error);
  } finally {
    redis.disconnect();
  }
}

/** Whether PostgreSQL lets us in and is new enough. */
export async function onPostgres(url: string): Promise<Diagnosis> {
  const { host } = new URL(url);
  const { Client } = (await optional('QUEUE_URL', 'bullmq pg', () => import('pg'))).default;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: deadlineMs });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    return version < oldestPostgres
      ? trouble(
          `PostgreSQL at ${host} is of version ${version}.`,
          `Use PostgreSQL ${oldestPostgres} or newer.`,
        )
      : ok(`The server that carries the jobs answers at ${host}.`);
  } catch (error) {
    return unusable('PostgreSQL', host, error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Redis names its refusals in the message, PostgreSQL by a code (SQLSTATE, appendix A of its manual). */
function unusable(name: string, host: string, error: unknown): Diagnosis {
  const { code = '', message } =
    error instanceof AggregateError ? error.errors[0] : (error as { code?: string; message: string });
  if (/^(?:NOAUTH|WRONGPASS|NOPERM)/u.test(message) || code.startsWith('28'))
    return trouble(
      `${name} at ${host} does not let us in: user or password are wrong.`,
      'Put the right ones into QUEUE_URL (redis://user:password@host, signs such as @ and / written as %40 and %2F).',
    );
  if (code === '3D000')
    return trouble(`There is no such database at ${host}.`, 'Create it, or correct its name in QUEUE_URL.');
  return trouble(
    `Nothing that carries the jobs answers at ${host} (${code || message}).`,
    'Start that server, correct QUEUE_URL, or unset it to run as one process.',
  );
}
