/** What one check found: fine, fine with advice, or something to mend. `mend` says what to do, in one sentence. */
export type Diagnosis =
  | { readonly is: 'ok'; readonly check: string; readonly says: string }
  | {
      readonly is: 'advice' | 'trouble';
      readonly check: string;
      readonly says: string;
      readonly mend: string;
    };

/** Speaks for one check, so that its name is written once. */
export const diagnoses = (check: string) => ({
  ok: (says: string): Diagnosis => ({ is: 'ok', check, says }),
  advice: (says: string, mend: string): Diagnosis => ({ is: 'advice', check, says, mend }),
  trouble: (says: string, mend: string): Diagnosis => ({ is: 'trouble', check, says, mend }),
});
