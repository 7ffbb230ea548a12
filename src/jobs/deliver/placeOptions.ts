import type { Story, Subscription } from '../../model.ts';
import type { SendOptions } from '../../platforms/platform.ts';
import type { Words } from '../../words/words.ts';

/** How the place of a subscription is posted to; a forum's own tag for the kind of the story is set besides those chosen. */
export const placeOptions = (
  subscription: Pick<Subscription, 'placeKind' | 'tags' | 'silent'> | undefined,
  words: Words,
  story?: Pick<Story, 'kind'>,
): SendOptions => ({
  ...(subscription?.silent ? { silent: true } : {}),
  ...(subscription?.placeKind === 'forum'
    ? {
        thread: { tags: [...(subscription.tags ?? []), ...(story ? [words.say(`kind.${story.kind}`)] : [])] },
      }
    : {}),
});

/** Whether posts in the place of a subscription are passed on to those who follow the channel. */
export const isPublished = (subscription: Pick<Subscription, 'placeKind' | 'publish'> | undefined): boolean =>
  subscription?.placeKind === 'announcements' && subscription.publish !== false;
