import { createHash } from 'node:crypto';

/**
 * A name for a story that stays the same wherever the bot is reached: readers know by it what they have read.
 * UUID version 8 (RFC 9562 §5.8), made of the story's own id.
 */
export function storyUrn(id: string): string {
  const bytes = createHash('sha256').update(`pactwire story ${id}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
