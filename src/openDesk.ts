import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import { frontDesk } from './frontDesk.ts';
import type { Log } from './log.ts';
import { newsroom, type NewsroomParts } from './newsroom/newsroom.ts';
import { relocate } from './relocate.ts';
import type { FrontDesk } from './platforms/platform.ts';

type Parts = Omit<NewsroomParts, 'leastConfidence' | 'limits' | 'curators'> & {
  readonly config: Config;
  readonly log: Log;
};

/** Connects what people ask with what is remembered. */
export const openDesk = ({ config, log, ...parts }: Parts): FrontDesk =>
  frontDesk({
    commands,
    newsroom: newsroom({
      ...parts,
      leastConfidence: config.leastConfidence,
      limits: {
        subscriptions: config.subscriptionsPerChat,
        subscriptionsPerServer: config.subscriptionsPerServer,
        feeds: config.feedsPerChat,
      },
      curators: config.curators,
    }),
    presses: parts.memory.presses,
    questions: parts.memory.questions,
    greeted: parts.memory.greeted,
    relocate: (from, to) => relocate(parts, from, to),
    perMinute: config.commandsPerMinute,
    now: parts.now,
    log,
  });
