import { allowance } from './allowance.ts';
import { parseArguments } from './arguments.ts';
import type { Call, Command, Context, Newsroom } from './command.ts';
import { find, type Found } from './find.ts';
import type { Log } from './log.ts';
import { type Message, sentence } from './message.ts';
import { type Press, pressId } from './press.ts';
import type { FrontDesk } from './platforms/platform.ts';
import { withAliases } from './stories/companies.ts';
import type { Shelf } from './store/store.ts';
import { optionIn } from './words/describe.ts';
import { type Key, spokenIn, type Words, words } from './words/words.ts';

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

type Admitted =
  | { readonly is: 'admitted'; readonly found: Found }
  | { readonly is: 'refused'; readonly why: Message };

/** For the eyes of whoever asked. */
const aside = (
  { spans }: Words,
  key: Key,
  values: Readonly<Record<string, string | number>> = {},
): Message => ({
  ...sentence(spans(key, values)),
  shown: 'aside',
});

const day = 86_400_000;
const keptMs = 30 * day;

/** Where people are served: finds the command, asks for the right it needs, runs it, and never rejects. */
export function frontDesk(parts: FrontDeskParts): FrontDesk {
  const { commands, newsroom, presses, questions, greeted, now, log } = parts;
  const allows = allowance(parts.perMinute, now);

  async function speaking({ from, locale }: Pick<Call, 'from' | 'locale'>): Promise<Manner> {
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

  async function admit(call: Call, { words: speech }: Manner): Promise<Admitted> {
    const refused = (key: Key, values = {}): Admitted => ({ is: 'refused', why: aside(speech, key, values) });
    if (!allows(`${call.from.platform}/${call.person}`)) return refused('desk.tooFast');
    const found = find(commands, call);
    if (!found) return refused('desk.unknown', { command: call.command });
    return found.command.access === 'admins' && !(await call.isAdmin())
      ? refused('desk.adminsOnly', { command: found.path })
      : { is: 'admitted', found };
  }

  async function run(call: Call, manner: Manner): Promise<Message> {
    const admitted = await admit(call, manner);
    if (admitted.is === 'refused') return admitted.why;
    const { command, path, typed } = admitted.found;
    const given =
      typed === undefined
        ? { ok: true as const, values: call.options }
        : parseArguments(command.options, typed, (option) => optionIn(manner.words.language, path, option));
    if (!given.ok) return aside(manner.words, given.key, given.values);
    const kept = new Map<string, [Press, number]>();
    const message = await command.run(
      context({ ...call, command: path, options: given.values }, manner, kept),
    );
    // A button must not be seen before what it stands for can be found.
    await presses.setMany([...kept].map(([key, [value, ttlMs]]) => ({ key, value, ttlMs })));
    return message;
  }

  /** Serves somebody as their chat is spoken to, and says so there when that fails. */
  async function attend<Served>(
    call: Call,
    serve: (manner: Manner) => Promise<Served>,
  ): Promise<Served | Message> {
    let speech = words(spokenIn(call.locale) ?? 'en');
    try {
      const manner = await speaking(call);
      speech = manner.words;
      return await serve(manner);
    } catch (error) {
      log.error({ error, command: call.command }, 'a command failed');
      return aside(speech, 'desk.failed', { command: call.command });
    }
  }

  const answer = (call: Call): Promise<Message> => attend(call, (manner) => run(call, manner));

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
    refusal: (call) =>
      attend(call, async (manner) => {
        const admitted = await admit(call, manner);
        return admitted.is === 'refused' ? admitted.why : undefined;
      }),
    expired: async (asked) => aside((await speaking(asked)).words, 'desk.expired'),
  };
}
