import { type FakeMessage, type FakeOption, messageObject, userObject, type World } from './world.ts';

interface Person {
  /** The server's text channel when absent; a direct message has a channel without a server. */
  readonly channelId?: string;
  readonly userId?: string;
  /** Bits of the person's permissions, such as Manage Server, 1 << 5; none when absent. */
  readonly memberPermissions?: bigint;
  /** The person's language; American English when absent. */
  readonly locale?: string;
}

/** A person using a slash command. */
export interface Use extends Person {
  /** With the subcommand after a blank. */
  readonly name: string;
  readonly options?: Readonly<Record<string, string | number>>;
  /** A file for an option that takes one: where it can be fetched. */
  readonly file?: {
    readonly option: string;
    readonly name: string;
    readonly url: string;
    readonly size: number;
  };
}

/** A person who has typed half a command. */
export interface Half extends Use {
  /** The option being typed. */
  readonly typing: string;
}

/** A person pressing what stands below a message. */
export interface Press extends Person {
  readonly on: Pick<FakeMessage, 'id' | 'content' | 'embeds' | 'components' | 'files'> & {
    readonly ephemeral?: boolean;
  };
  readonly label: string;
  readonly words?: string;
}

export function commandObject(world: World, use: Use) {
  return { ...interactionObject(world, use), type: 2, data: { ...commandData(world, use), type: 1 } };
}

export function suggestObject(world: World, half: Half) {
  const data = commandData(world, half);
  const mark = (options: readonly Given[]): readonly Given[] =>
    options.map((one) => ({
      ...one,
      ...(one.options ? { options: mark(one.options) } : {}),
      ...(one.name === half.typing ? { focused: true } : {}),
    }));
  return {
    ...interactionObject(world, half),
    type: 4,
    data: { ...data, type: 1, options: mark(data.options) },
  };
}

export const pressObject = (
  world: World,
  press: Press,
  { id, value }: { readonly id: string; readonly value?: string },
) => {
  const interaction = interactionObject(world, press);
  return {
    ...interaction,
    type: 3,
    message: pressedMessage(world, press, interaction.channel_id),
    data: {
      custom_id: id,
      component_type: value === undefined ? 2 : 3,
      ...(value === undefined ? {} : { values: [value] }),
      id: 1,
    },
  };
};

export function formObject(
  world: World,
  press: Press,
  form: Readonly<Record<string, unknown>>,
  words: string,
) {
  const interaction = interactionObject(world, press);
  const [label] = form['components'] as readonly { readonly component: { readonly custom_id: string } }[];
  if (!label) throw new Error('a form without components');
  const input = { type: 4, id: 2, custom_id: label.component.custom_id, value: words };
  return {
    ...interaction,
    type: 5,
    message: pressedMessage(world, press, interaction.channel_id),
    data: { custom_id: String(form['custom_id']), components: [{ type: 18, id: 1, component: input }] },
  };
}

const pressedMessage = (world: World, { on }: Press, channel: string) =>
  messageObject({ ...on, flags: on.ephemeral ? 64 : 0, channel, edited: false }, world.application);

function interactionObject(
  world: World,
  { channelId, userId, memberPermissions = 0n, locale = 'en-US' }: Person,
) {
  const id = world.snowflake();
  const channel = [...world.channels.values()].find((one) => one.id === channelId || !channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  const user = userObject(userId ?? world.snowflake());
  const member = {
    user,
    permissions: String(memberPermissions),
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  };
  return {
    id,
    application_id: world.application,
    token: `interaction-token-${id}`,
    version: 1,
    channel_id: channel.id,
    channel: { id: channel.id, type: channel.type, ...(channel.parent ? { parent_id: channel.parent } : {}) },
    ...(channel.guild
      ? {
          guild_id: channel.guild,
          guild: { id: channel.guild, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member,
        }
      : { user }),
    context: channel.guild ? 0 : 1,
    locale,
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { 0: channel.guild ?? '0' },
    attachment_size_limit: 10_485_760,
  };
}

interface Given {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number;
  readonly options?: readonly Given[];
}

function commandData(world: World, use: Use) {
  const [name, sub] = use.name.split(' ');
  const command = world.commands.find((one) => one.name === name);
  if (!command) throw new Error(`/${name} is not registered`);
  const under = command.options?.find((one) => one.type === 1 && one.name === sub);
  if (sub === undefined ? command.options?.some(({ type }) => type === 1) : !under)
    throw new Error(`/${use.name} is not registered`);
  const options = given((under ?? command).options ?? [], use);
  return {
    id: command.id,
    name: command.name,
    options: under ? [{ name: under.name, type: 1, options }] : options,
    resolved: resolved(world, use),
  };
}

function resolved(world: World, use: Use) {
  const ids = Object.values(use.options ?? {}).map(String);
  const channels = [...world.channels.values()].filter(({ id }) => ids.includes(id));
  const { file } = use;
  return {
    channels: Object.fromEntries(
      channels.map(({ id, type }) => [id, { id, type, name: `channel-${id}`, permissions: '0' }]),
    ),
    ...(file
      ? {
          attachments: {
            1: { id: '1', filename: file.name, size: file.size, url: file.url, proxy_url: file.url },
          },
        }
      : {}),
  };
}

/** Discord lets nobody send options that a command does not have. */
function given(options: readonly FakeOption[], use: Use): readonly Given[] {
  const values = { ...use.options, ...(use.file ? { [use.file.option]: '1' } : {}) };
  for (const { name, required } of options)
    if (required && !(name in values) && !('typing' in use)) throw new Error(`/${use.name} needs ${name}`);
  return Object.entries(values).map(([name, value]) => {
    const option = options.find((one) => one.name === name);
    const fits = option?.type === 4 ? Number.isInteger(value) : typeof value === 'string';
    if (!option || !fits) throw new Error(`/${use.name} takes no ${name}: ${value}`);
    if (option.choices?.every((choice) => choice.value !== value)) throw new Error(`${value} is no choice`);
    return { name, type: option.type, value };
  });
}
