import { allowance } from './allowance.ts';
import { parseArguments } from './arguments.ts';
import type { Call, Command, Context, Newsroom } from './command.ts';
import { find } from './find.ts';
import type { Log } from './log.ts';
import { type Message, sentence } from './message.ts';
import { type Press, pressId } from './press.ts';
import type { FrontDesk } from './platforms/platform.ts';
import { withAliases } from './stories/companies.ts';
import type { Shelf } from './store/store.ts';
import { optionIn } from './words/describe.ts';
import { type Key, spokenIn, words } from './words/words.ts';

export interface FrontDeskParts {
  readonly commands: readonly Command[];
  readonly newsroom: Newsroom;
  readonly presses: Shelf<Press>;
  /** Which press a reply to a question completes, by the question's own name. */
  readonly questions: Shelf<Press>;
  /** Places that were greeted. */
  readonly greeted: Shelf<number>;
  /** Takes along what is kept of a chat that the platform moved. */
  readonly relocate: FrontDesk['moved'];
  /** Most commands and presses of one person in a minute. */
  readonly perMinute: number;
  readonly now: () => number;
  readonly log: Log;
}

/** How a chat is spoken to, and how it speaks. */
type Manner = Pick<Context, 'words' | 'meant'>;

const day = 86_400_000;
const keptMs = 30 * day;

/** Where people are served: finds the command, asks for the right it needs, runs it, and never rejects. */
export function frontDesk(parts: FrontDeskParts): FrontDesk {
  const { commands, newsroom, presses, questions, greeted, now, log } = parts;
  const allows = allowance(parts.perMinute, now);

  async function speaking({ from, locale }: Call): Promise<Manner> {
    const { language, timeZone, aliases = {} } = await newsroom.settings(from);
    const speech = words(spokenIn(language) ?? spokenIn(locale) ?? 'en', timeZone);
    return { words: speech, meant: withAliases(aliases) };
  }

  function context(call: Call, manner: Manner, kept: Map<string, [Press, number]>): Context {
    return {
      ...manner,
      call,
      newsroom,
      commands,
      now: now(),
      press(command, options = {}, { ask, keepMs = keptMs } = {}) {
        const press: Press = { command, options, ...(ask === undefined ? {} : { ask }) };
        const id = pressId(press);
        kept.set(id, [press, keepMs]);
        return id;
      },
    };
  }

  async function run(call: Call, manner: Manner): Promise<Message> {
    const aside = (key: Key, values = {}): Message => ({
      ...sentence(manner.words.say(key, values)),
      shown: 'aside',
    });
    if (!allows(`${call.from.platform}/${call.person}`)) return aside('desk.tooFast');
    const found = find(commands, call);
    if (!found) return aside('desk.unknown', { command: call.command });
    const { command, path } = found;
    if (command.access === 'admins' && !(await call.isAdmin()))
      return aside('desk.adminsOnly', { command: path });
    const given =
      found.typed === undefined
        ? { ok: true as const, values: call.options }
        : parseArguments(command.options, found.typed, (option) =>
            optionIn(manner.words.language, path, option),
          );
    if (!given.ok) return aside(given.key, given.values);
    const kept = new Map<string, [Press, number]>();
    const message = await command.run(
      context({ ...call, command: path, options: given.values }, manner, kept),
    );
    // A button must not be seen before what it stands for can be found.
    await presses.setMany([...kept].map(([key, [value, ttlMs]]) => ({ key, value, ttlMs })));
    return message;
  }

  async function answer(call: Call): Promise<Message> {
    const fallback = words(spokenIn(call.locale) ?? 'en');
    try {
      return await run(call, await speaking(call));
    } catch (error) {
      log.error({ error, command: call.command }, 'a command failed');
      return { ...sentence(fallback.say('desk.failed', { command: call.command })), shown: 'aside' };
    }
  }

  return {
    commands,
    answer,
    async greet(name, from, locale) {
      if (!(await greeted.add(name, now()))) return undefined;
      const asked = { command: 'start', options: {}, from, person: name, isAdmin: async () => false };
      return answer({ ...asked, ...(locale === undefined ? {} : { locale }) });
    },
    async suggest(call, option, typed) {
      const wanted = find(commands, call)?.command.options.find(({ name }) => name === option);
      if (wanted?.type !== 'text' || !wanted.suggest) return [];
      try {
        return await wanted.suggest(typed, context(call, await speaking(call), new Map()));
      } catch (error) {
        log.error({ error, command: call.command, option }, 'nothing could be suggested');
        return [];
      }
    },
    moved: parts.relocate,
    pressed: (id) => presses.get(id),
    question: (name, press) => questions.set(name, press, 7 * day),
    questioned: (name) => questions.get(name),
    say: (locale, key, values = {}) => words(spokenIn(locale) ?? 'en').say(key, values),
  };
}
