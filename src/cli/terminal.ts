import type { Subscription, SubscriptionId } from '../model.ts';
import { console } from '../platforms/console/console.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Io } from './io.ts';

/** The terminal as the platform to post to, for a bot without tokens. */
export const terminal = (io: Io, hears: boolean): Platform =>
  console({
    write: (text) => void io.out(text),
    terminal: io.terminal,
    ...(hears && io.stdin.isTTY ? { typed: io.stdin } : {}),
  });

/** The terminal is subscribed without having asked. */
export const terminalSubscription = (leastConfidence: number): Subscription => ({
  id: 'terminal' as SubscriptionId,
  to: { platform: 'console', chat: 'terminal' },
  companies: [],
  leastConfidence,
  createdAt: 0,
});
