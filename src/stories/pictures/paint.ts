import { kindColours } from '../../kindColours.ts';
import type { Kind } from '../../model.ts';

/** The colours of a drawing, in CSS. */
export interface Paint {
  readonly ground: string;
  readonly card: string;
  readonly line: string;
  readonly ink: string;
  readonly faint: string;
  readonly focus: string;
  readonly onFocus: string;
  readonly rise: string;
  readonly fall: string;
  readonly kind: (kind: Kind) => string;
}

/** An opaque dark card of its own: at home on Discord's dark and clear on Telegram's light background. */
export const darkCard: Paint = {
  ground: '#111827',
  card: '#1f2937',
  line: '#4b5563',
  ink: '#f3f4f6',
  faint: '#9ca3af',
  focus: '#f3f4f6',
  onFocus: '#111827',
  rise: '#34d399',
  fall: '#f87171',
  kind: (kind) => `#${kindColours[kind].toString(16).padStart(6, '0')}`,
};
