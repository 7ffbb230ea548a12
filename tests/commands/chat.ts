import { commands } from '../../commands/index.ts';
import type { Call, Newsroom } from '../../src/command.ts';
import type { Action, Message } from '../../src/message.ts';
import type { FeedId, Story, StoryId } from '../../src/model.ts';
import type { FrontDesk } from '../../src/platforms/platform.ts';
import { aDesk } from '../desk.ts';
import { aNewsroom, type Furniture } from '../house.ts';
import { aSource, aStory } from '../story.ts';

export const noon = Date.parse('2026-03-02T12:00:00Z');
export const hour = 3_600_000;

const stories: readonly Story[] = [
  aStory(),
  aStory({
    id: 's2' as StoryId,
    headline: 'Lumora buys screens from Tern',
    partners: ['Lumora', 'Tern'],
    kind: 'supply',
    firstSeenAt: noon - 24 * hour,
    sources: [aSource({ article: 'a2' as never }), aSource({ article: 'a3' as never, outlet: 'B' })],
  }),
  aStory({
    id: 's3' as StoryId,
    headline: 'Ohm and Iris end their research pact',
    partners: ['Ohm', 'Iris'],
    kind: 'research',
    stage: 'ended',
    confidence: 0.6,
    language: 'de',
    firstSeenAt: noon - 48 * hour,
    sources: [aSource({ article: 'a4' as never, feed: 'f2' as FeedId })],
  }),
];

const feed = `<rss version="2.0"><channel><title>The Lantern</title><link>https://lantern.example/</link>
  <item><title>Lumora and Tern team up to build phones together</title><link>https://lantern.example/1</link>
    <description>Lumora and Tern announced a strategic partnership on Monday.</description></item>
  <item><title>Ten tips for a tidy desk</title><link>https://lantern.example/2</link></item>
</channel></rss>`;
const web = {
  'https://lantern.example/feed': feed,
  'https://lantern.example/rss': feed,
  'https://third.example/feed': feed,
};

export const by = (changes: Partial<Call>): Call => ({
  command: 'help',
  options: {},
  from: { platform: 'telegram', chat: '-1007' },
  person: '1',
  isAdmin: async () => true,
  ...changes,
});

export const text = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.is === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map((one) => one.text).join(''))
    .join('\n');

export const labels = ({ actions = [] }: Message): readonly string[] =>
  actions
    .flat()
    .flatMap((action) => (action.is === 'menu' ? action.choices.map(({ label }) => label) : [action.label]));

/** A chat with the bot: what is said and pressed there, and what is remembered of it. */
export interface Chat {
  readonly newsroom: Newsroom;
  readonly desk: FrontDesk;
  typed(line: string, more?: Partial<Call>): Promise<Message>;
  say(line: string, more?: Partial<Call>): Promise<string>;
  /** Presses a button or chooses in a menu; `words` fill the form that opens. */
  press(message: Message, label: string, more?: Partial<Call>, words?: string): Promise<Message>;
}

export async function aChat(furniture: Furniture & { readonly perMinute?: number } = {}): Promise<Chat> {
  const now = () => noon + hour;
  const newsroom = await aNewsroom({ stories, web, now, ...furniture });
  const desk = await aDesk(commands, { newsroom, now, ...furniture });
  const typed = (line: string, more: Partial<Call> = {}): Promise<Message> => {
    const [, command = '', rest = ''] = /^\/(\w+)\s*(.*)$/su.exec(line) ?? [];
    return desk.answer(by({ command, typed: rest, ...more }));
  };
  const say = async (line: string, more: Partial<Call> = {}): Promise<string> =>
    text(await typed(line, more));
  async function press(
    message: Message,
    label: string,
    more: Partial<Call> = {},
    words?: string,
  ): Promise<Message> {
    const isIt = (action: Action): readonly string[] =>
      action.is === 'menu'
        ? action.choices.flatMap((choice) => (choice.label === label ? [choice.press] : []))
        : action.is === 'button' && action.label === label
          ? [action.press]
          : [];
    const [id] = (message.actions ?? []).flat().flatMap(isIt);
    const found = id === undefined ? undefined : await desk.pressed(id);
    if (!found) throw new Error(`no "${label}" among ${labels(message).join(', ')}`);
    const options =
      found.ask && words !== undefined ? { ...found.options, [found.ask.option]: words } : found.options;
    return desk.answer(by({ command: found.command, options, pressed: true, ...more }));
  }
  return { newsroom, desk, typed, say, press };
}
