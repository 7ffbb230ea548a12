import type { Kind, Stage } from './model.ts';

/** How kinds and stages are called in English. */
export const storyWords: {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
} = {
  kinds: {
    alliance: 'Alliance',
    joint_venture: 'Joint venture',
    product: 'Joint product',
    integration: 'Integration',
    distribution: 'Distribution',
    licensing: 'Licensing',
    supply: 'Supply',
    research: 'Research',
    consortium: 'Consortium',
    other: 'Partnership',
  },
  stages: {
    rumoured: 'rumoured',
    announced: 'announced',
    extended: 'extended',
    ongoing: 'in progress',
    ended: 'ended',
  },
};
