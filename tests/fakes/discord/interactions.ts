import { type Answer, apiError } from './faults.ts';
import {
  commandObject,
  formObject,
  type Half,
  pressObject,
  suggestObject,
  type Press,
  type Use,
} from './uses.ts';
import type { FakeComponent, FakeMessage, World } from './world.ts';

export interface Reply extends Pick<FakeMessage, 'content' | 'embeds' | 'components' | 'files'> {
  readonly id: string;
  /** Only the caller sees it. */
  readonly ephemeral: boolean;
  /** It took the place of the message that was pressed. */
  readonly edited: boolean;
  readonly afterMs: number;
}

export interface Interactions {
  /** Sends a use to the bot; resolves with its final answer. */
  readonly use: (use: Use) => Promise<Reply>;
  /** Somebody presses a button, or chooses in a menu, by its label; a form that opens is filled with `words`. */
  readonly press: (press: Press) => Promise<Reply>;
  /** Somebody types half a command; resolves with what the bot suggests. */
  readonly suggest: (half: Half) => Promise<readonly string[]>;
  /** The first response, by its type. */
  respond(id: string, token: string, body: Body): Answer | undefined;
  edit(token: string, message: Written): Answer | FakeMessage;
  followUp(token: string, message: Written): Answer | FakeMessage;
}

type Body = Readonly<Record<string, unknown>>;
export type Written = Pick<FakeMessage, 'content' | 'embeds' | 'components' | 'files' | 'flags'>;

interface Open {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly since: number;
  readonly tokenMs: number;
  /** The types of first response that fit, besides a message (4) and the promise of one (5). */
  readonly fitting: readonly number[];
  readonly pressed?: Press['on'];
  response?: { readonly type: number; readonly flags: number };
  readonly resolve: (reply: Reply) => void;
  readonly suggested?: (choices: readonly string[]) => void;
  readonly opened?: (form: Body) => void;
}

const ephemeral = 1 << 6;
const firstResponseMs = 3_000;
const types = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, suggestions: 8, form: 9 } as const;

/** Interactions as interactions/receiving-and-responding tells them; `tokenMs` is 15 minutes on the real one. */
export function interactions(
  world: World,
  dispatch: (event: string, data: object) => void,
  tokenMs: number,
): Interactions {
  const open = new Map<string, Open>();

  function begin(
    data: { readonly id: string; readonly token: string; readonly channel_id: string },
    more: Omit<Open, 'id' | 'token' | 'channel' | 'since' | 'tokenMs'>,
  ): void {
    const { id, token, channel_id: channel } = data;
    open.set(token, { id, token, channel, since: Date.now(), tokenMs, ...more });
    dispatch('INTERACTION_CREATE', data);
  }

  function answer(one: Open, message: Written, how: { ephemeral: boolean; edited: boolean }): FakeMessage {
    const id = how.edited && one.pressed ? one.pressed.id : world.snowflake();
    one.resolve({ ...message, ...how, id, afterMs: Date.now() - one.since });
    return { ...message, id, channel: one.channel, edited: how.edited };
  }

  const live = (token: string): Open | undefined => {
    const one = open.get(token);
    return one && Date.now() - one.since <= one.tokenMs ? one : undefined;
  };
  const isHidden = (flags: number): boolean => (flags & ephemeral) !== 0;

  async function press(wanted: Press): Promise<Reply> {
    const found = wanted.on.components.flatMap(({ components }) => components).flatMap(choices);
    const chosen = found.find(({ label }) => label === wanted.label);
    if (!chosen)
      throw new Error(`there is no "${wanted.label}" among ${found.map(({ label }) => label).join(', ')}`);
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const opened = (form: Body): void => {
      if (wanted.words === undefined) throw new Error(`"${wanted.label}" opens a form: give words for it`);
      const data = formObject(world, wanted, form, wanted.words);
      begin(data, { fitting: [types.deferredUpdate, types.update], pressed: wanted.on, resolve });
    };
    begin(pressObject(world, wanted, chosen), {
      fitting: [types.deferredUpdate, types.update, types.form],
      pressed: wanted.on,
      resolve,
      opened,
    });
    return promise;
  }

  return {
    async use(use) {
      const { promise, resolve } = Promise.withResolvers<Reply>();
      begin(commandObject(world, use), { fitting: [types.form], resolve });
      return promise;
    },
    press,
    async suggest(half) {
      const { promise, resolve } = Promise.withResolvers<readonly string[]>();
      begin(suggestObject(world, half), {
        fitting: [types.suggestions],
        resolve: () => {},
        suggested: resolve,
      });
      return promise;
    },
    respond(id, token, body) {
      const one = open.get(token);
      if (one?.id !== id) return apiError(404, 10_062, 'Unknown interaction');
      if (one.response) return apiError(400, 40_060, 'Interaction has already been acknowledged.');
      const took = Date.now() - one.since;
      if (took > firstResponseMs) {
        world.violations.push(`the first response came after ${took} ms, more than ${firstResponseMs}`);
        return apiError(404, 10_062, 'Unknown interaction');
      }
      const type = Number(body['type']);
      const fits = one.suggested ? one.fitting : [types.message, types.deferred, ...one.fitting];
      if (!fits.includes(type)) {
        world.violations.push(`an interaction was answered with type ${type}, which does not fit it`);
        return apiError(400, 50_035, 'Invalid Form Body');
      }
      const data = (body['data'] ?? {}) as Body;
      const flags = Number(data['flags'] ?? 0);
      one.response = { type, flags };
      const whole = { ...data, ...(body['files'] === undefined ? {} : { files: body['files'] }) };
      if (type === types.message) answer(one, written(whole), { ephemeral: isHidden(flags), edited: false });
      if (type === types.update) answer(one, written(data), { ephemeral: hiddenBefore(one), edited: true });
      if (type === types.suggestions)
        one.suggested?.((data['choices'] as readonly { name: string }[]).map(({ name }) => name));
      if (type === types.form) one.opened?.(data);
      return undefined;
    },
    edit(token, message) {
      const one = live(token);
      if (!one) return apiError(401, 50_027, 'Invalid Webhook Token');
      if (!one.response) return apiError(404, 10_008, 'Unknown Message');
      const edited = one.response.type >= types.deferredUpdate;
      return answer(one, message, {
        ephemeral: edited ? hiddenBefore(one) : isHidden(one.response.flags),
        edited,
      });
    },
    followUp(token, message) {
      const one = live(token);
      if (!one) return apiError(401, 50_027, 'Invalid Webhook Token');
      return answer(one, message, { ephemeral: isHidden(message.flags), edited: false });
    },
  };
}

const hiddenBefore = ({ pressed }: Open): boolean => pressed?.ephemeral === true;

const choices = (
  component: FakeComponent,
): readonly { readonly label: string; readonly id: string; readonly value?: string }[] =>
  component.options
    ? component.options.map(({ label, value }) => ({ label, id: component.custom_id ?? '', value }))
    : component.custom_id === undefined
      ? []
      : [{ label: component.label ?? '', id: component.custom_id }];

/** The part of a message that its author writes. */
export const written = (body: object): Written & { readonly nonce?: string } => {
  const { content, embeds, components, files, flags, nonce } = body as Partial<FakeMessage>;
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    files: files ?? [],
    flags: flags ?? 0,
    ...(nonce === undefined ? {} : { nonce }),
  };
};
