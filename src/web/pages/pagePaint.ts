import type { Paint } from '../../stories/pictures/paint.ts';

/** The colours of the style sheet, so that a drawing follows the visitor's light or dark. */
export const pagePaint: Paint = {
  ground: 'var(--card)',
  card: 'var(--ground)',
  line: 'var(--line)',
  ink: 'var(--ink)',
  faint: 'var(--faint)',
  focus: 'var(--focus)',
  onFocus: 'var(--on-focus)',
  rise: 'var(--rise)',
  fall: 'var(--fall)',
  kind: (kind) => `var(--${kind})`,
};
