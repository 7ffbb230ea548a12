import { type Answer, apiError } from './faults.ts';
import { type FakeMessage, type FakeOption, userObject, type World } from './world.ts';

/** A person using a slash command. */
export interface Use {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | number>>;
  /** The server's text channel when absent; a direct message has a channel without a server. */
  readonly channelId?: string;
  readonly userId?: string;
  /** Bits of the person's permissions, such as Manage Server, 1 << 5; none when absent. */
  readonly memberPermissions?: bigint;
}

export interface Reply extends Pick<FakeMessage, 'content' | 'embeds'> {
  /** Only the caller sees it. */
  readonly ephemeral: boolean;
  readonly afterMs: number;
}

export interface Interactions {
  /** Sends a use to the bot; resolves with its final answer. */
  readonly use: (use: Use) => Promise<Reply>;
  /** The first response: a message (4) or the promise of one (5). */
  respond(id: string, token: string, body: Readonly<Record<string, unknown>>): Answer | undefined;
  edit(token: string, message: Written): Answer | FakeMessage;
  followUp(token: string, message: Written): Answer | FakeMessage;
}

type Written = Pick<FakeMessage, 'content' | 'embeds' | 'flags'>;

interface Open {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly since: number;
  readonly tokenMs: number;
  respondedWith?: number;
  readonly resolve: (reply: Reply) => void;
}

const ephemeral = 1 << 6;
const firstResponseMs = 3_000;

/** Interactions as interactions/receiving-and-responding tells them; `tokenMs` is 15 minutes on the real one. */
export function interactions(
  world: World,
  dispatch: (event: string, data: object) => void,
  tokenMs: number,
): Interactions {
  const open = new Map<string, Open>();

  function answer(one: Open, message: Written): FakeMessage {
    const hidden = ((one.respondedWith ?? 0) & ephemeral) !== 0;
    one.resolve({
      content: message.content,
      embeds: message.embeds,
      ephemeral: hidden,
      afterMs: Date.now() - one.since,
    });
    return { ...message, id: world.snowflake(), channel: one.channel, edited: false };
  }

  const live = (token: string): Open | undefined => {
    const one = open.get(token);
    return one && Date.now() - one.since <= one.tokenMs ? one : undefined;
  };

  return {
    async use(use) {
      const id = world.snowflake();
      const token = `interaction-token-${id}`;
      const data = interactionObject(world, use, id, token);
      const { promise, resolve } = Promise.withResolvers<Reply>();
      open.set(token, { id, token, channel: data.channel_id, since: Date.now(), tokenMs, resolve });
      dispatch('INTERACTION_CREATE', data);
      return promise;
    },
    respond(id, token, body) {
      const one = open.get(token);
      if (one?.id !== id) return apiError(404, 10_062, 'Unknown interaction');
      if (one.respondedWith !== undefined)
        return apiError(400, 40_060, 'Interaction has already been acknowledged.');
      const took = Date.now() - one.since;
      if (took > firstResponseMs) {
        world.violations.push(`the first response came after ${took} ms, more than ${firstResponseMs}`);
        return apiError(404, 10_062, 'Unknown interaction');
      }
      const written = (body['data'] ?? {}) as Partial<Written>;
      one.respondedWith = written.flags ?? 0;
      if (body['type'] === 4)
        answer(one, {
          content: written.content ?? '',
          embeds: written.embeds ?? [],
          flags: one.respondedWith,
        });
      return undefined;
    },
    edit(token, message) {
      const one = live(token);
      if (!one) return apiError(401, 50_027, 'Invalid Webhook Token');
      if (one.respondedWith === undefined) return apiError(404, 10_008, 'Unknown Message');
      return answer(one, message);
    },
    followUp(token, message) {
      const one = live(token);
      return one ? answer(one, message) : apiError(401, 50_027, 'Invalid Webhook Token');
    },
  };
}

function interactionObject(world: World, use: Use, id: string, token: string) {
  const command = world.commands.find(({ name }) => name === use.name);
  if (!command) throw new Error(`/${use.name} is not registered`);
  const channel = [...world.channels.values()].find((one) => one.id === use.channelId || !use.channelId);
  if (!channel) throw new Error(`there is no channel ${use.channelId}`);
  const user = userObject(use.userId ?? world.snowflake());
  const permissions = String(use.memberPermissions ?? 0n);
  return {
    id,
    application_id: world.application,
    type: 2,
    token,
    version: 1,
    channel_id: channel.id,
    channel: { id: channel.id, type: channel.type, ...(channel.parent ? { parent_id: channel.parent } : {}) },
    ...(channel.guild
      ? {
          guild_id: channel.guild,
          guild: { id: channel.guild, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: {
            user,
            permissions,
            roles: [],
            joined_at: new Date(0).toISOString(),
            deaf: false,
            mute: false,
            flags: 0,
          },
        }
      : { user }),
    context: channel.guild ? 0 : 1,
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { 0: channel.guild ?? '0' },
    attachment_size_limit: 10_485_760,
    data: { id: command.id, name: command.name, type: 1, options: given(command.options ?? [], use) },
  };
}

/** Discord lets nobody send options that a command does not have. */
function given(options: readonly FakeOption[], use: Use) {
  const values = use.options ?? {};
  for (const { name, required } of options)
    if (required && !(name in values)) throw new Error(`/${use.name} needs ${name}`);
  return Object.entries(values).map(([name, value]) => {
    const option = options.find((one) => one.name === name);
    const fits = option?.type === 4 ? Number.isInteger(value) : typeof value === 'string';
    if (!option || !fits) throw new Error(`/${use.name} takes no ${name}: ${value}`);
    if (option.choices?.every((choice) => choice.value !== value)) throw new Error(`${value} is no choice`);
    return { name, type: option.type, value };
  });
}
