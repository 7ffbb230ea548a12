import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Memory } from '../memory.ts';

const { ok, advice, trouble } = diagnoses('store');

/** Whether the memory takes what it is given and gives it back. */
export async function* store(memory: Memory, url: string): AsyncGenerator<Diagnosis> {
  await memory.vitals.set('doctor', 1);
  const kept = await memory.vitals.get('doctor');
  await memory.vitals.delete('doctor');
  if (kept !== 1) {
    yield trouble(
      'The store does not give back what it was given.',
      'Restore a backup, or name another STORE_URL.',
    );
  } else if (url === 'memory:') {
    yield advice(
      'The store keeps what it is given until the bot stops.',
      'Set STORE_URL=sqlite:./data/pactwire.db, or every restart forgets subscriptions and tells old news again.',
    );
  } else yield ok('The store keeps what it is given.');
}
