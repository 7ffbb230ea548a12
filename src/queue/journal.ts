import type { Shelf } from '../store/store.ts';

/** What is written of an unfinished job; its key is `kind/id`. */
export interface JournalEntry {
  /** Its place in the line: jobs are taken in ascending order. */
  readonly order: number;
  /** Not before this instant. */
  readonly dueAt?: number;
  /** How often in a row its handler threw. */
  readonly failures?: number;
}

export interface WaitingJob extends JournalEntry {
  readonly kind: string;
  readonly id: string;
  /** Not written down. */
  readonly fleeting?: true;
}

/** The unfinished jobs, in a shelf. */
export interface Journal {
  /** Every unfinished job, in its place in the line. */
  load(): Promise<WaitingJob[]>;
  write(jobs: readonly WaitingJob[]): Promise<void>;
  erase(job: WaitingJob): Promise<void>;
}

export const journal = (shelf: Shelf<JournalEntry>): Journal => ({
  async load() {
    const jobs: WaitingJob[] = [];
    /** One string for each kind, not one for each job. */
    const kinds = new Map<string, string>();
    for await (const [key, entry] of shelf.entries()) {
      const slash = key.indexOf('/');
      const named = key.slice(0, slash);
      const kind = kinds.get(named) ?? named;
      kinds.set(kind, kind);
      jobs.push({ kind, id: key.slice(slash + 1), ...entry });
    }
    return jobs.toSorted((a, b) => a.order - b.order);
  },
  write: async (jobs) =>
    shelf.setMany(jobs.map(({ kind, id, ...entry }) => ({ key: `${kind}/${id}`, value: entry }))),
  async erase({ kind, id }) {
    await shelf.delete(`${kind}/${id}`);
  },
});
