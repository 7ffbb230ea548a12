/** The kinds of cue that say "two act together", in any words. */
export const bonds: readonly string[] = ['join', 'bond', 'deal', 'jointly', 'venture', 'consortium'];
