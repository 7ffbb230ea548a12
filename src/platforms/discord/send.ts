import {
  MessageFlags,
  RequestMethod,
  type REST,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { Message } from '../../message.ts';
import type { Destination } from '../../model.ts';
import type { SendOptions, SendOutcome } from '../platform.ts';
import { isForbidden, lacking } from './lacking.ts';
import { failure } from './outcome.ts';
import { render } from './render.ts';

/** A whole call, waiting in discord.js's queue included; the next attempt is safe by the nonce. */
export const deadlineMs = 20_000;

/** A thread is a channel of its own on Discord. */
const channel = ({ chat, topic }: Destination): string => topic ?? chat;

/** What was posted as a thread of its own is named by thread and message, all else by the message alone. */
function located(to: Destination, id: string): readonly [channel: string, message: string] {
  const [first = '', second] = id.split('/');
  return second === undefined ? [channel(to), first] : [first, second];
}

/** Posts once per key: Discord answers a repeat within minutes with the message that already stands there. */
export function send(
  rest: REST,
  to: Destination,
  message: Message,
  key: string,
  { replyTo, silent = false }: SendOptions = {},
): Promise<SendOutcome> {
  const [where, question] = replyTo === undefined ? [channel(to)] : located(to, replyTo);
  return attempt(
    rest,
    to,
    rest.queueRequest({
      method: RequestMethod.Post,
      fullRoute: Routes.channelMessages(where),
      body: {
        ...written(message, silent),
        nonce: key,
        enforce_nonce: true,
        ...(question === undefined
          ? {}
          : { message_reference: { message_id: question, fail_if_not_exists: false } }),
      },
      ...files(message),
      signal: AbortSignal.timeout(deadlineMs),
    }),
  );
}

export const written = (message: Message, silent: boolean) => ({
  ...render(message),
  ...(silent ? { flags: MessageFlags.SuppressNotifications } : {}),
});

export function edit(rest: REST, to: Destination, id: string, message: Message): Promise<SendOutcome> {
  return attempt(
    rest,
    to,
    rest.queueRequest({
      method: RequestMethod.Patch,
      fullRoute: Routes.channelMessage(...located(to, id)),
      body: render(message),
      signal: AbortSignal.timeout(deadlineMs),
    }),
    id,
  );
}

/** https://docs.discord.com/developers/resources/message#crosspost-message; about ten an hour and channel. */
export function publish(rest: REST, to: Destination, id: string): Promise<SendOutcome> {
  return attempt(
    rest,
    to,
    rest.queueRequest({
      method: RequestMethod.Post,
      fullRoute: Routes.channelMessageCrosspost(...located(to, id)),
      signal: AbortSignal.timeout(deadlineMs),
    }),
  );
}

export const files = ({ file }: Message) =>
  file ? { files: [{ name: file.name, contentType: file.type, data: Buffer.from(file.bytes) }] } : {};

/** Opens the private channel with a person, or finds the one there is. */
export async function person(rest: REST, id: string): Promise<Destination | undefined> {
  try {
    const { id: chat } = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: id },
      signal: AbortSignal.timeout(deadlineMs),
    })) as RESTPostAPICurrentUserCreateDMChannelResult;
    return { platform: 'discord', chat };
  } catch (error) {
    if (failure(error)) return undefined;
    throw error;
  }
}

/** Asked below discord.js's own convenience, because the channel's limits stand in the headers of the answer. */
export async function attempt(
  rest: REST,
  to: Destination,
  request: Promise<Answer>,
  name?: string,
): Promise<SendOutcome> {
  try {
    const { id, headers } = await answered(request);
    const pauseMs = restMs(headers);
    return { is: 'sent', message: name ?? id, ...(pauseMs === undefined ? {} : { pauseMs }) };
  } catch (error) {
    const outcome = failure(error);
    if (!outcome) throw error;
    const mend = isForbidden(error) ? await lacking(rest, to) : undefined;
    return mend === undefined ? outcome : { is: 'refused', what: 'chat', reason: mend };
  }
}

type Answer = Awaited<ReturnType<REST['queueRequest']>>;

async function answered(
  request: Promise<Answer>,
): Promise<{ readonly id: string; readonly headers: Headers }> {
  const response = await request;
  const { id } = (await response.json()) as RESTPostAPIChannelMessageResult;
  return { id, headers: response.headers };
}

/** How long the channel takes nothing more, in milliseconds: https://discord.com/developers/docs/topics/rate-limits */
function restMs(headers: Headers): number | undefined {
  if (headers.get('x-ratelimit-remaining') !== '0') return undefined;
  const ms = Number(headers.get('x-ratelimit-reset-after')) * 1_000;
  return ms > 0 ? Math.ceil(ms) : undefined;
}
