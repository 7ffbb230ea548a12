import type { Option } from '../command.ts';
import { kinds } from '../model.ts';
import { completing } from './lists.ts';

/** What a subscription can be narrowed to, whether it is made or only tried. */
export const filterOptions: readonly Option[] = [
  {
    type: 'text',
    name: 'companies',
    description: 'Companies joined by commas; leave empty for all',
    suggest: async (typed, { newsroom }) =>
      completing(typed, newsroom.companies(typed.split(',').at(-1)?.trim() ?? '')),
  },
  { type: 'text', name: 'words', description: 'Words that must occur: "rare earth*" OR battery -recall' },
  {
    type: 'text',
    name: 'kinds',
    description: 'Kinds joined by commas, such as product, supply',
    suggest: async (typed) => completing(typed, kinds),
  },
];
