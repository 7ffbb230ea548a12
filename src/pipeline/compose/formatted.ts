import type { Format } from '../../manner.ts';
import type { Message } from '../../message.ts';

/** A story's card as a place wants it: whole, without its summary, or its headline alone; with or without pictures. */
export function formatted(card: Message, format: Format | undefined, pictures: boolean): Message {
  const { image, ...bare } = card;
  const kept = pictures && image !== undefined && (format ?? 'card') === 'card' ? { image } : {};
  const [heading, facts, ...rest] = bare.blocks;
  switch (format) {
    case 'headline':
      return { ...bare, blocks: heading ? [heading] : [] };
    case 'compact':
      return {
        ...bare,
        blocks: [heading, facts, ...rest.filter(({ is }) => is === 'note')].filter(
          (block) => block !== undefined,
        ),
      };
    case 'card':
    case undefined:
      return { ...bare, ...kept };
  }
}
