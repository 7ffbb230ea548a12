import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Memory } from '../memory.ts';
import { journal } from '../queue/journal.ts';
import { onPostgres, onRedis } from './queueServer.ts';

const { ok, trouble } = diagnoses('queue');
/** A job that failed more often than this will not mend by itself. */
const hopelessFailures = 5;

/** Whether work gets done: no job that fails for ever, and where many processes share them, a server that carries them. */
export async function* queue(memory: Memory, queueUrl: string | undefined): AsyncGenerator<Diagnosis> {
  if (queueUrl !== undefined) {
    yield await (queueUrl.startsWith('redis') ? onRedis(queueUrl) : onPostgres(queueUrl));
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
