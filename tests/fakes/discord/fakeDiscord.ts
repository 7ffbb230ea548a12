import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, faults, type Matcher } from './faults.ts';
import { type Gateway, gateway } from './gateway.ts';
import { type Interactions, interactions, type Reply } from './interactions.ts';
import type { Use } from './uses.ts';
import { type Bucket, restServer } from './restServer.ts';
import { commandRoutes, interactionRoutes, messageRoutes, placeRoutes } from './routes.ts';
import { setupRoutes } from './setupRoutes.ts';
import {
  type FakeCommand,
  type FakeMessage,
  type SeenRequest,
  type Standing,
  type World,
  world,
} from './world.ts';

export interface FakeDiscordOptions {
  readonly token?: string;
  /** How many requests a route takes per channel; ample when absent. */
  readonly bucket?: Bucket;
  /** Requests a second over all routes, as documented; as many as come when absent. */
  readonly perSecond?: number;
  readonly heartbeatMs?: number;
  /** How long an interaction can be answered: 15 minutes on the real one. */
  readonly interactionMs?: number;
}

/** Discord on loopback: a real HTTP server and a real gateway that judge whatever they are sent. */
export interface FakeDiscord {
  /** For DISCORD_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly application: string;
  /** One server with a text channel, a thread in it, a forum and an announcement channel; and a direct message. */
  readonly channels: {
    readonly text: string;
    readonly thread: string;
    /** It has the tags Supply, Joint product and News; Staff is for moderators. */
    readonly forum: string;
    readonly announcements: string;
    readonly direct: string;
  };
  /** How the application is set up and what it may do in the server. */
  readonly standing: Standing;
  readonly gateway: Gateway;
  readonly requests: readonly SeenRequest[];
  /** What a client did that Discord refuses or warns against, one sentence each. */
  readonly violations: readonly string[];
  /** One more text channel of the server. */
  addChannel(): string;
  /** The threads of a forum, oldest first. */
  threads(
    forum: string,
  ): readonly { readonly id: string; readonly name: string; readonly tags: readonly string[] }[];
  /** Whether the forum refuses posts without a tag. */
  requireTag(forum: string): void;
  messages(channel: string): readonly FakeMessage[];
  /** How many messages were posted, over all channels. */
  posted(): number;
  commands(): readonly FakeCommand[];
  /** A person uses a slash command; resolves with the bot's final answer. */
  interact(use: Use): Promise<Reply>;
  /** A person presses what stands below a message, by its label. */
  readonly press: Interactions['press'];
  readonly suggest: Interactions['suggest'];
  /** Lets the next requests that match go wrong: one, unless told otherwise. */
  fail(matcher: Matcher, fault: Fault, times?: number): void;
  /** Throws when there were violations. */
  close(): Promise<void>;
}

const ample: Bucket = { limit: 1_000, seconds: 1 };

export async function fakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const state = world(options.token ?? 'MTA1.fake.token-of_a-bot');
  const channels = furnished(state);
  const trouble = faults();
  const hanging = new Set<ServerResponse>();
  const server = createServer();
  const door = gateway(server, state, options.heartbeatMs ?? 41_250);
  const uses = interactions(state, door.dispatch, options.interactionMs ?? 15 * 60_000);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const routes = [
    ...messageRoutes(state),
    ...placeRoutes(state),
    ...commandRoutes(state),
    ...interactionRoutes(state, uses),
    ...setupRoutes(state, `ws://${host}/gateway`),
  ];
  server.on(
    'request',
    restServer(
      state,
      routes,
      trouble,
      { bucket: options.bucket ?? ample, perSecond: options.perSecond ?? Number.POSITIVE_INFINITY },
      hanging,
    ),
  );

  return {
    apiUrl: `http://${host}/api`,
    token: state.token,
    application: state.application,
    channels,
    standing: state.standing,
    gateway: door,
    requests: state.requests,
    violations: state.violations,
    addChannel() {
      const id = state.snowflake();
      state.channels.set(id, { id, guild: state.guild, type: 0 });
      return id;
    },
    threads: (forum) =>
      [...state.channels.values()]
        .filter(({ parent }) => parent === forum)
        .map(({ id, name = '', appliedTags = [] }) => ({
          id,
          name,
          tags: appliedTags.map(
            (tag) => state.channels.get(forum)?.tags?.find((one) => one.id === tag)?.name ?? tag,
          ),
        })),
    requireTag(forum) {
      const channel = state.channels.get(forum);
      if (channel) state.channels.set(forum, { ...channel, requiresTag: true });
    },
    posted: () => state.messages.length,
    messages: (channel) => state.messages.filter((message) => message.channel === channel),
    commands: () => state.commands,
    interact: uses.use,
    press: uses.press,
    suggest: uses.suggest,
    fail: (matcher, fault, times = 1) => trouble.add(matcher, fault, times),
    async close() {
      for (const response of hanging) response.destroy();
      door.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (state.violations.length > 0) throw new Error(`Discord objects:\n${state.violations.join('\n')}`);
    },
  };
}

function furnished({ channels, guild, snowflake }: World): FakeDiscord['channels'] {
  const [text = '', thread = '', forum = '', announcements = '', direct = ''] = Array.from(
    { length: 5 },
    snowflake,
  );
  const tags = ['Supply', 'Joint product', 'News', 'Staff'].map((name) => ({
    id: snowflake(),
    name,
    moderated: name === 'Staff',
  }));
  channels.set(text, { id: text, guild, type: 0 });
  channels.set(thread, { id: thread, guild, type: 11, parent: text });
  channels.set(forum, { id: forum, guild, type: 15, tags });
  channels.set(announcements, { id: announcements, guild, type: 5 });
  channels.set(direct, { id: direct, type: 1 });
  return { text, thread, forum, announcements, direct };
}
