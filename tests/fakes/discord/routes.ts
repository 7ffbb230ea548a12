import { type Answer, apiError } from './faults.ts';
import { type Interactions, written } from './interactions.ts';
import { commandProblems, isEmpty, messageProblems } from './rules.ts';
import { type FakeCommand, type FakeMessage, messageObject, type World } from './world.ts';

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
];

const answered = (result: Answer | FakeMessage): Answer =>
  'status' in result ? result : ok(messageObject(result, result.id));

const isReply = (data: unknown): data is Asked['body'] =>
  typeof data === 'object' && data !== null && ('content' in data || 'embeds' in data);
