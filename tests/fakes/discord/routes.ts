import { type Answer, apiError, tooMany } from './faults.ts';
import { type Interactions, written } from './interactions.ts';
import { commandProblems, isEmpty, messageProblems } from './rules.ts';
import { channelDetails, type FakeCommand, type FakeMessage, messageObject, type World } from './world.ts';

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the official OpenAPI document writes it. */
  readonly path: string;
  /** Interaction routes carry their token in the address. */
  readonly open?: true;
  /** Rules that the schema does not know. */
  problems?(body: Asked['body']): readonly string[];
  handle(asked: Asked): Answer;
}

const noContent: Answer = { status: 204 };
const ok = (body: unknown): Answer => ({ status: 200, body });
const unknownChannel = apiError(404, 10_003, 'Unknown Channel');
const unknownMessage = apiError(404, 10_008, 'Unknown Message');
const emptyMessage = apiError(400, 50_006, 'Cannot send an empty message');

const messages = '/channels/{channel_id}/messages';
const commands = '/applications/{application_id}/commands';
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

export const messageRoutes = (world: World): readonly Route[] => [
  {
    method: 'POST',
    path: messages,
    problems: messageProblems,
    handle({ params, body }) {
      const channel = world.channels.get(params['channel_id'] ?? '');
      if (!channel) return unknownChannel;
      if (channel.type === 15) return apiError(400, 50_008, 'Cannot send messages in a non-text channel');
      if (isEmpty(body)) return emptyMessage;
      const earlier = world.messages.find(({ nonce }) => nonce !== undefined && nonce === body['nonce']);
      if (earlier && body['enforce_nonce'] === true) return ok(messageObject(earlier, world.application));
      const message = { ...written(body), id: world.snowflake(), channel: channel.id, edited: false };
      world.messages.push(message);
      return ok(messageObject(message, world.application));
    },
  },
  {
    method: 'PATCH',
    path: `${messages}/{message_id}`,
    problems: messageProblems,
    handle({ params, body }) {
      const at = world.messages.findIndex(
        ({ id, channel }) => id === params['message_id'] && channel === params['channel_id'],
      );
      const earlier = world.messages[at];
      if (!world.channels.has(params['channel_id'] ?? '')) return unknownChannel;
      if (!earlier) return unknownMessage;
      const message = { ...earlier, ...written({ ...earlier, ...body }), edited: true };
      world.messages[at] = message;
      return ok(messageObject(message, world.application));
    },
  },
];

const forumThread = '/channels/{channel_id}/threads';

/** Threads of forums, and announcements that are passed on (resources/channel, resources/message#crosspost-message). */
export const placeRoutes = (world: World): readonly Route[] => [
  {
    method: 'POST',
    path: forumThread,
    problems: ({ message }) => messageProblems((message ?? {}) as Asked['body']),
    handle({ params, body }) {
      const forum = world.channels.get(params['channel_id'] ?? '');
      if (!forum) return unknownChannel;
      if (forum.type !== 15) return apiError(400, 50_024, 'Cannot execute action on this channel type');
      const post = (body['message'] ?? {}) as Asked['body'];
      if (isEmpty(post)) return emptyMessage;
      const applied = (body['applied_tags'] ?? []) as readonly string[];
      const unknown = applied.find((tag) => !forum.tags?.some(({ id }) => id === tag));
      if (unknown !== undefined) return apiError(400, 10_087, 'Unknown tag');
      if (forum.requiresTag && applied.length === 0)
        return apiError(400, 40_067, 'A tag is required to create a forum post in this channel');
      const id = world.snowflake();
      const name = String(body['name']);
      const guild = forum.guild ?? '';
      world.channels.set(id, { id, guild, type: 11, parent: forum.id, name, appliedTags: applied });
      // The message that begins a thread in a forum has the thread's id.
      const message = { ...written(post), id, channel: id, edited: false };
      world.messages.push(message);
      return {
        status: 201,
        body: {
          id,
          type: 11,
          name,
          guild_id: guild,
          parent_id: forum.id,
          applied_tags: applied,
          message: messageObject(message, world.application),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/threads/active',
    handle: ({ params }) =>
      ok({
        threads: [...world.channels.values()]
          .filter(({ guild, type }) => guild === params['guild_id'] && type === 11)
          .map((channel) => ({ id: channel.id, type: channel.type, ...channelDetails(channel) })),
        members: [],
      }),
  },
  {
    method: 'POST',
    path: `${messages}/{message_id}/crosspost`,
    handle({ params }) {
      const at = world.messages.findIndex(
        ({ id, channel }) => id === params['message_id'] && channel === params['channel_id'],
      );
      const message = world.messages[at];
      if (!message) return unknownMessage;
      if (world.channels.get(message.channel)?.type !== 5)
        return apiError(400, 50_024, 'Cannot execute action on this channel type');
      if (message.crossposted) return apiError(400, 40_033, 'This message has already been crossposted');
      const passedOn = world.messages.filter((one) => one.channel === message.channel && one.crossposted);
      if (passedOn.length >= crosspostsAnHour) return tooMany('shared', world.crosspostRestSeconds);
      const done = { ...message, crossposted: true };
      world.messages[at] = done;
      return ok(messageObject(done, world.application));
    },
  },
];

/** As users of the API have counted: Discord documents no number. */
const crosspostsAnHour = 10;

export const commandRoutes = (world: World): readonly Route[] => {
  const created = (body: object): FakeCommand =>
    ({
      default_member_permissions: null,
      type: 1,
      nsfw: false,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      ...body,
      id: world.snowflake(),
      application_id: world.application,
      version: world.snowflake(),
    }) as unknown as FakeCommand;
  return [
    { method: 'GET', path: commands, handle: () => ok(world.commands) },
    {
      method: 'PUT',
      path: commands,
      problems: (body) => (body as unknown as readonly Asked['body'][]).flatMap(commandProblems),
      handle({ body }) {
        world.commands = (body as unknown as readonly object[]).map(created);
        return ok(world.commands);
      },
    },
    {
      method: 'POST',
      path: commands,
      problems: commandProblems,
      handle({ body }) {
        const command = created(body);
        world.commands = [...world.commands.filter(({ name }) => name !== command.name), command];
        return { status: 201, body: command };
      },
    },
    {
      method: 'PATCH',
      path: `${commands}/{command_id}`,
      problems: (body) => commandProblems({ description: '-', ...body }),
      handle({ params, body }) {
        const earlier = world.commands.find(({ id }) => id === params['command_id']);
        if (!earlier) return apiError(404, 10_063, 'Unknown application command');
        const command = { ...earlier, ...body };
        world.commands = world.commands.map((one) => (one === earlier ? command : one));
        return ok(command);
      },
    },
    {
      method: 'DELETE',
      path: `${commands}/{command_id}`,
      handle({ params }) {
        world.commands = world.commands.filter(({ id }) => id !== params['command_id']);
        return noContent;
      },
    },
  ];
};

export const interactionRoutes = (world: World, interactions: Interactions): readonly Route[] => [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    problems: ({ data }) => (isReply(data) ? messageProblems(data) : []),
    handle: ({ params, body }) =>
      interactions.respond(params['interaction_id'] ?? '', params['interaction_token'] ?? '', body) ??
      noContent,
  },
  {
    method: 'PATCH',
    path: `${webhook}/messages/@original`,
    open: true,
    problems: messageProblems,
    handle: ({ params, body }) =>
      isEmpty(body)
        ? emptyMessage
        : answered(interactions.edit(params['webhook_token'] ?? '', written(body))),
  },
  {
    method: 'POST',
    path: webhook,
    open: true,
    problems: messageProblems,
    handle: ({ params, body }) =>
      answered(interactions.followUp(params['webhook_token'] ?? '', written(body))),
  },
  {
    method: 'DELETE',
    path: `${webhook}/messages/@original`,
    open: true,
    handle: () => noContent,
  },
];

const answered = (result: Answer | FakeMessage): Answer =>
  'status' in result ? result : ok(messageObject(result, result.id));

const isReply = (data: unknown): data is Asked['body'] =>
  typeof data === 'object' && data !== null && ('content' in data || 'embeds' in data);
