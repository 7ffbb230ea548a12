import type { Option } from '../command.ts';
import { kinds, stages } from '../model.ts';
import { completing } from './lists.ts';

/** What a subscription lets pass and when it posts, whether it is made or only tried. */
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
  {
    type: 'text',
    name: 'stages',
    description: 'Stages joined by commas, such as announced, ended',
    suggest: async (typed) => completing(typed, stages),
  },
  { type: 'text', name: 'languages', description: 'Languages of the news, such as en, ja' },
  {
    type: 'text',
    name: 'packs',
    description: 'Feed packs joined by commas; leave empty for all feeds',
    suggest: async (typed, { newsroom }) =>
      completing(
        typed,
        newsroom.packs.map(({ name }) => name),
      ),
  },
  { type: 'text', name: 'when', description: 'instant, or a digest: every weekday 9:00' },
  { type: 'text', name: 'quiet', description: 'Quiet hours without posts: 22:00-7:00' },
  {
    type: 'text',
    name: 'timezone',
    description: 'Time zone of digests and quiet hours: Europe/Berlin',
    suggest: async (typed) => completing(typed, Intl.supportedValuesOf('timeZone')),
  },
  { type: 'text', name: 'confidence', description: 'How sure I must be, in percent (0 to 100)' },
];
