import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message.ts';
import type { FeedId, StoryId } from '../../src/model.ts';
import { compose } from '../../src/pipeline/compose.ts';
import { composeDigest } from '../../src/pipeline/compose/digest.ts';
import { composeStep } from '../../src/pipeline/compose/step.ts';
import { noticeMessage } from '../../src/pipeline/notice.ts';
import { render as forDiscord } from '../../src/platforms/discord/render.ts';
import { render as forTelegram } from '../../src/platforms/telegram/render.ts';
import { spoken, type Words, words } from '../../src/words/words.ts';
import { messageProblems } from '../fakes/discord/rules.ts';
import { againstRules } from '../fakes/telegram/rules.ts';
import { aSource, aStory } from '../story.ts';

const sources = ['The Circuit Post', 'B', 'C', 'D', 'E', 'F'].map((outlet) => aSource({ outlet }));
const story = aStory({
  sources,
  summaryBy: 'model',
  notes: [
    { is: 'first-between', names: ['Lumora', 'Arctic Optics'] },
    { is: 'nth-this-quarter', name: 'Lumora', count: 3 },
  ],
});
const another = aStory({
  id: 's2' as StoryId,
  kind: 'joint_venture',
  stage: 'rumoured',
  sources: sources.slice(1, 3),
});
const notice = { feed: 'f1' as FeedId, title: 'The Lantern', url: 'https://lantern.example/', at: 0 };

const posts: readonly (readonly [name: string, post: (speech: Words) => Message])[] = [
  ['card', (speech) => compose(story, speech)],
  ['digest of one', (speech) => composeDigest([another], speech).message],
  ['digest', (speech) => composeDigest([story, another], speech).message],
  ...(['rumoured', 'announced', 'extended', 'ongoing', 'ended'] as const).map(
    (stage) => [`${stage} later`, (speech: Words) => composeStep(story, stage, speech)] as const,
  ),
  [
    'notice',
    (speech) =>
      noticeMessage(
        [
          {
            ...notice,
            is: 'failing',
            reason: { say: 'feed.serverTrouble', host: 'lantern.example', status: 500 },
          },
          { ...notice, is: 'failing', reason: 'As an earlier version put it.' },
          { ...notice, is: 'retired', reason: { say: 'feed.retired', host: 'lantern.example' } },
          ...Array.from({ length: 17 }, () => ({ ...notice, is: 'healed' }) as const),
        ],
        speech,
      ),
  ],
];

const indented = (text: string): string => text.replaceAll(/^(?=.)/gmu, '    ');

describe.each(spoken)('every post in %s', (language) => {
  it('is sound on both platforms, and reads as it did before', async () => {
    const shown = posts.flatMap(([name, post]) => {
      const message = post(words(language));
      const discord = forDiscord(message);
      const telegram = forTelegram(message);
      expect(messageProblems(discord)).toEqual([]);
      expect(againstRules('sendMessage', { text: telegram.text, entities: telegram.entities })).toEqual([]);
      const { title, description } = discord.embeds?.[0] ?? {};
      return [
        `# ${name}`,
        indented([title, description].filter(Boolean).join('\n')),
        '  --- Telegram',
        indented(telegram.text),
      ];
    });
    await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(`posts/${language}.txt`);
  });
});
