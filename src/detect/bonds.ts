/** The kinds of cue that say "two act together", in any words. */
export const bonds: readonly string[] = ['join', 'bond', 'deal', 'jointly', 'venture', 'consortium', 'pact'];

/** The kinds that say it perhaps: things work with things, and one joins, hires or pays another. */
export const looseBonds: readonly string[] = ['work', 'gather', 'enlist', 'member', 'contract'];
