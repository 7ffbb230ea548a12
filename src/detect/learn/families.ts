import type { Family } from './fitWeights.ts';

/** How much a feature is trusted: words and word patterns little, what the lexicons make of them more. */
export const familyOf = (feature: string): Family =>
  /^[a-z][:~+-]/u.test(feature) ? { least: 8, penalty: 8 } : { least: 8, penalty: 5 };

/** Kinds and stages have a quarter of the examples: words of their own are trusted less, and so are single phrases. */
export function mannerFamilyOf(feature: string): Family {
  if (/^[a-z]:/u.test(feature)) return { least: 6, penalty: 24 };
  return { least: 4, penalty: feature.includes('"') ? 8 : 4 };
}

export const partnerFamilyOf = (feature: string): Family =>
  /^(?:word|ends|starts)/u.test(feature) ? { least: 5, penalty: 3 } : { least: 4, penalty: 1 };
