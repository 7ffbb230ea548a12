import type { Item } from './feedServer.ts';

/** News of invented companies, written for the tests. */
export const sampleNews = {
  partnership: {
    title: 'Lumora teams up with Arctic Optics to build phone cameras',
    guid: 'circuit-1',
    link: 'https://circuit.example/lumora-arctic-optics',
    description:
      'Phone maker Lumora and camera maker Arctic Optics announced a partnership on Monday. The two companies will jointly develop the camera of the next Lumora flagship.',
  },
  samePartnership: {
    title: 'Arctic Optics and Lumora announce camera partnership',
    guid: 'herald-1',
    link: 'https://herald.example/arctic-optics-lumora-partnership',
    description:
      'Camera maker Arctic Optics has entered into a partnership with Lumora to jointly develop cameras for phones, the companies said.',
  },
  otherPartnership: {
    title: 'Kestrel Motors partners with Tern Batteries on solid-state cells',
    guid: 'circuit-2',
    link: 'https://circuit.example/kestrel-tern',
    description:
      'Kestrel Motors and Tern Batteries have signed a partnership to develop solid-state battery cells together.',
  },
  ordinary: {
    title: 'Review: the Lumora 12 has a fine screen and a tired battery',
    guid: 'circuit-3',
    link: 'https://circuit.example/lumora-12-review',
    description: 'We spent two weeks with the phone. The display is bright, the battery is not what it was.',
  },
} as const satisfies Record<string, Item>;
