/** Everything a fake Discord remembers. */

export interface Channel {
  readonly id: string;
  /** Absent for direct messages. */
  readonly guild?: string;
  /** 0 text, 1 direct message, 5 announcements, 11 public thread, 15 forum (resources/channel). */
  readonly type: 0 | 1 | 5 | 11 | 15;
  readonly parent?: string;
  /** Of a thread in a forum. */
  readonly name?: string;
  readonly appliedTags?: readonly string[];
  /** Of a forum. */
  readonly tags?: readonly { readonly id: string; readonly name: string; readonly moderated: boolean }[];
  readonly requiresTag?: boolean;
}

/** What of a channel the API tells beyond its id, type and rights (resources/channel#channel-object). */
export const channelDetails = ({ tags, requiresTag, parent, name }: Channel) => ({
  ...(name === undefined ? {} : { name }),
  ...(parent === undefined ? {} : { parent_id: parent }),
  ...(tags === undefined
    ? {}
    : {
        available_tags: tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
        flags: requiresTag ? 1 << 4 : 0,
      }),
});

/** How the application and its place in the server are set up; tests may set anything up wrongly. */
export interface Standing {
  /** Where slash commands are sent instead of the gateway. */
  interactionsUrl: string | null;
  requiresCodeGrant: boolean;
  /** Log-ins left today. */
  sessionsLeft: number;
  /** How many connections Discord recommends. */
  shards: number;
  /** How many of them may identify within five seconds. */
  maxConcurrency: number;
  /** Whether the bot is in the server at all. */
  member: boolean;
  /** Bits of the bot's role in the server (topics/permissions). */
  permissions: bigint;
  /** Bits that a channel takes away from everyone. */
  readonly denied: Map<string, bigint>;
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly nonce?: string;
  readonly content: string;
  readonly embeds: readonly FakeEmbed[];
  readonly components: readonly FakeRow[];
  readonly files: readonly FakeFile[];
  readonly flags: number;
  readonly edited: boolean;
  /** It was passed on to those who follow the channel. */
  readonly crossposted?: boolean;
}

/** A row of components, as a client writes it (components/reference). */
export interface FakeRow {
  readonly type: 1;
  readonly components: readonly FakeComponent[];
}

export interface FakeComponent {
  readonly type: number;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

export interface FakeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface FakeEmbed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly color?: number;
  readonly image?: { readonly url: string };
  readonly footer?: { readonly text: string };
}

export interface FakeCommand {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly default_member_permissions: string | null;
  readonly options?: readonly FakeOption[];
  readonly [key: string]: unknown;
}

export interface FakeOption {
  readonly type: number;
  readonly name: string;
  readonly autocomplete?: boolean;
  readonly options?: readonly FakeOption[];
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

export interface World {
  readonly token: string;
  readonly application: string;
  readonly guild: string;
  readonly standing: Standing;
  readonly channels: Map<string, Channel>;
  readonly messages: FakeMessage[];
  commands: readonly FakeCommand[];
  readonly requests: SeenRequest[];
  readonly violations: string[];
  /** How long a channel that has passed on too much has to wait. */
  readonly crosspostRestSeconds: number;
  readonly snowflake: () => string;
}

/** View Channel, Send Messages, Embed Links, Attach Files, Send Messages in Threads. */
const asInvited = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 38n);

const discordEpoch = 1_420_070_400_000n;

export function world(token: string): World {
  let count = 0n;
  const snowflake = () => String(((BigInt(Date.now()) - discordEpoch) << 22n) + count++);
  const guild = snowflake();
  return {
    token,
    application: snowflake(),
    guild,
    standing: {
      interactionsUrl: null,
      requiresCodeGrant: false,
      sessionsLeft: 999,
      shards: 1,
      maxConcurrency: 1,
      member: true,
      permissions: asInvited,
      denied: new Map(),
    },
    channels: new Map(),
    messages: [],
    commands: [],
    requests: [],
    violations: [],
    crosspostRestSeconds: 1_800,
    snowflake,
  };
}

/** A user as the API writes one (resources/user). */
export const userObject = (id: string, bot = false) => ({
  id,
  username: `user${id}`,
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot,
  public_flags: 0,
});

/** A message as the API writes one (resources/message). */
export const messageObject = (message: FakeMessage, author: string) => ({
  id: message.id,
  channel_id: message.channel,
  type: 0,
  author: userObject(author, true),
  content: message.content,
  embeds: message.embeds.map((embed) => ({ ...embed, type: 'rich' })),
  ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  flags: message.flags,
  timestamp: new Date().toISOString(),
  edited_timestamp: message.edited ? new Date().toISOString() : null,
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  attachments: message.files.map(({ name, bytes }, at) => ({
    id: String(at + 1),
    filename: name,
    size: bytes.length,
    url: `https://cdn.discordapp.example/${name}`,
    proxy_url: `https://cdn.discordapp.example/${name}`,
  })),
  components: message.components,
  pinned: false,
  tts: false,
});
