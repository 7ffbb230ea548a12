import type { Kind } from './model.ts';

/** The colour of each kind, 24-bit RGB; the same in posts, pictures and pages. */
export const kindColours: Readonly<Record<Kind, number>> = {
  alliance: 0x3b82f6,
  joint_venture: 0x8b5cf6,
  product: 0x10b981,
  integration: 0x06b6d4,
  distribution: 0xf59e0b,
  licensing: 0xeab308,
  supply: 0xf97316,
  research: 0x6366f1,
  consortium: 0xec4899,
  other: 0x64748b,
};
