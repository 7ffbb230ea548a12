import type { Kind, Stage } from '../model.ts';

/** An item that a reader has judged; borderline ones are neither learnt from nor scored. */
export interface Labelled {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  /** How the item was sampled: as feeds bring it, picked for being hard, a whole stretch of a stream, or a `lesson`. */
  readonly sample: string;
  /** Articles with the same one tell of the same event. */
  readonly group?: string | undefined;
  readonly label: 'yes' | 'no' | 'borderline';
  /** What follows is known of partnerships only. */
  readonly partners?: readonly string[] | undefined;
  readonly kind?: Kind | undefined;
  readonly stage?: Stage | undefined;
}
