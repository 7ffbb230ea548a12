import { once } from 'node:events';
import { connect } from 'node:net';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Memory } from '../memory.ts';
import { journal } from '../queue/journal.ts';

const { ok, trouble } = diagnoses('queue');
/** A job that failed more often than this will not mend by itself. */
const hopelessFailures = 5;

const deadlineMs = 5_000;
const usualPort: Readonly<Record<string, number>> = {
  'redis:': 6_379,
  'rediss:': 6_379,
  'postgres:': 5_432,
  'postgresql:': 5_432,
};

/** Whether work gets done: no job that fails for ever, and where many processes share them, a server that carries them. */
export async function* queue(memory: Memory, queueUrl: string | undefined): AsyncGenerator<Diagnosis> {
  if (queueUrl !== undefined) {
    yield await server(new URL(queueUrl));
    return;
  }
  const jobs = await journal(memory.jobs).load();
  const stuck = jobs.filter(({ failures = 0 }) => failures > hopelessFailures);
  if (stuck.length === 0) {
    yield ok(
      jobs.length === 0 ? 'No job is waiting.' : `${jobs.length} jobs wait their turn, none is stuck.`,
    );
    return;
  }
  const kinds = [...new Set(stuck.map(({ kind }) => kind))].join(', ');
  yield trouble(
    `${stuck.length} of ${jobs.length} waiting jobs (${kinds}) fail again and again.`,
    'Look in the log for "a job failed", which says why; they go on by themselves once that is mended.',
  );
}

async function server({ protocol, hostname, port, host }: URL): Promise<Diagnosis> {
  const socket = connect(Number(port) || (usualPort[protocol] ?? 0), hostname.replace(/^\[|\]$/gu, ''));
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(deadlineMs) });
    return ok(`The server that carries the jobs answers at ${host}.`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'no answer';
    return trouble(
      `Nothing answers at ${host} (${code}), which is to carry the jobs.`,
      'Start that server, correct QUEUE_URL, or unset it to run as one process.',
    );
  } finally {
    socket.destroy();
  }
}
