import type { Kind, Stage } from '../../model.ts';
import type { Words } from '../../words/words.ts';

/** "Joint venture, announced". */
export const kindAndStage = (kind: Kind, stage: Stage, words: Words): string =>
  words.say('post.what', { kind: words.say(`kind.${kind}`), stage: words.say(`stage.${stage}`) });
