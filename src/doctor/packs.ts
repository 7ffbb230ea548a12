import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { configuredFeeds } from '../feeds.ts';
import type { Memory } from '../memory.ts';

const { ok, advice, trouble } = diagnoses('feeds');

/** Whether each feed pack can be read, and how its feeds fared when they were last polled. */
export async function* packs(names: readonly string[], memory: Memory): AsyncGenerator<Diagnosis> {
  for (const name of names) {
    const listed = await configuredFeeds([name]);
    if (!listed.ok) {
      const [says = '', mend = ''] = listed.reason.split(': ');
      yield trouble(`${says}.`, `${mend[0]?.toUpperCase() ?? ''}${mend.slice(1)}`);
      continue;
    }
    const states = await memory.states.getMany(listed.feeds.map(({ id }) => id));
    const failing = states.filter((state) => (state?.failures ?? 0) > 0).length;
    const unread = states.filter((state) => state === undefined).length;
    const facts = `${name}: ${listed.feeds.length} feeds, ${failing} failing, ${unread} not read yet.`;
    yield failing > listed.feeds.length / 2
      ? advice(facts, 'Say /feeds (or look in the log) for the reason of each.')
      : ok(facts);
  }
}
