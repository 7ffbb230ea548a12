import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Kind, kinds } from '../../model.ts';
import { kindColours } from '../../kindColours.ts';

/** How dark a kind's colour must be for a line on white: 3 to 1 (WCAG 2.2, 1.4.11). */
const onLight: Readonly<Record<Kind, string>> = {
  alliance: '#2563eb',
  joint_venture: '#7c3aed',
  product: '#047857',
  integration: '#0e7490',
  distribution: '#b45309',
  licensing: '#a16207',
  supply: '#c2410c',
  research: '#4338ca',
  consortium: '#be185d',
  other: '#475569',
};

const onDark = (kind: Kind): string => `#${kindColours[kind].toString(16).padStart(6, '0')}`;
const variables = (colour: (kind: Kind) => string): string =>
  kinds.map((kind) => `--${kind}:${colour(kind)}`).join(';');

/** Pointing at a name lets the ties of others fade: one rule for each place in a network. */
const places = Array.from({ length: 16 }, (_, at) => at)
  .map((at) => `.network:has(.n${at}:is(:hover,:focus-visible)) .t:not(.t${at}){opacity:.12}`)
  .join('');

/** The one style sheet. */
export const style =
  `:root{${variables((kind) => onLight[kind])}}@media(prefers-color-scheme:dark){:root{${variables(onDark)}}}` +
  kinds.map((kind) => `.${kind}{--kind:var(--${kind})}`).join('') +
  places +
  readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** Changes with the sheet, so that browsers may keep it for good. */
export const styleHref = `/style.css?v=${createHash('sha256').update(style).digest('base64url').slice(0, 10)}`;
