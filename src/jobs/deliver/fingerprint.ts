import { createHash } from 'node:crypto';
import type { Message } from '../../message.ts';

/** Tells whether a message would look different now from what was posted. */
export const fingerprint = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 12);
