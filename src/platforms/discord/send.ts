import { type REST, type RESTPostAPIChannelMessageResult, Routes } from 'discord.js';
import type { Message } from '../../message.ts';
import type { Destination } from '../../model.ts';
import type { SendOutcome } from '../platform.ts';
import { failure } from './outcome.ts';
import { render } from './render.ts';

/** A whole call, waiting in discord.js's queue included; the next attempt is safe by the nonce. */
const deadlineMs = 20_000;

/** A thread is a channel of its own on Discord. */
const channel = ({ chat, topic }: Destination): string => topic ?? chat;

/** Posts once per key: Discord answers a repeat within minutes with the message that already stands there. */
export const send = (rest: REST, to: Destination, message: Message, key: string): Promise<SendOutcome> =>
  attempt(
    rest.post(Routes.channelMessages(channel(to)), {
      body: { ...render(message), nonce: key, enforce_nonce: true },
      ...files(message),
      signal: AbortSignal.timeout(deadlineMs),
    }),
  );

export const edit = (rest: REST, to: Destination, id: string, message: Message): Promise<SendOutcome> =>
  attempt(
    rest.patch(Routes.channelMessage(channel(to), id), {
      body: render(message),
      signal: AbortSignal.timeout(deadlineMs),
    }),
  );

const files = ({ file }: Message) =>
  file ? { files: [{ name: file.name, contentType: file.type, data: Buffer.from(file.bytes) }] } : {};

async function attempt(request: Promise<unknown>): Promise<SendOutcome> {
  try {
    const { id } = (await request) as RESTPostAPIChannelMessageResult;
    return { is: 'sent', message: id };
  } catch (error) {
    const outcome = failure(error);
    if (!outcome) throw error;
    return outcome;
  }
}
