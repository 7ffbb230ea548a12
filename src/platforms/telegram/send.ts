import { setTimeout as sleep } from 'node:timers/promises';
import type { ForceReply, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from 'telegraf/types';
import { type Attachment, cut, type Message } from '../../message.ts';
import type { Destination } from '../../model.ts';
import type { SendOptions, SendOutcome } from '../platform.ts';
import type { Api, CallLimits, Failure, Reply } from './api.ts';
import { keyboard } from './keyboard.ts';
import { outcome } from './outcome.ts';
import { longestText, render } from './render.ts';

/** Posts a message. */
export async function send(
  api: Api,
  to: Destination,
  message: Message,
  limits: CallLimits,
  { replyTo, silent }: SendOptions = {},
): Promise<SendOutcome> {
  const where = {
    chat_id: to.chat,
    ...(to.topic === undefined ? {} : { message_thread_id: Number(to.topic) }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
    ...(silent ? { disable_notification: true } : {}),
  };
  const markup = keyboard(message);
  const pressable = markup ? { reply_markup: markup } : {};
  const reply = await (message.file
    ? sendFile(api, { ...where, ...pressable }, message, message.file, limits)
    : orPlain(message, (text) => api.call('sendMessage', { ...where, ...pressable, ...text }, limits)));
  return reply.ok ? { is: 'sent', message: String(reply.result.message_id) } : outcome(reply.failure, to);
}

/** Replaces the text of an earlier post. */
export async function edit(
  api: Api,
  to: Destination,
  id: string,
  message: Message,
  limits: CallLimits,
): Promise<SendOutcome> {
  const markup = keyboard(message);
  const which = {
    chat_id: to.chat,
    message_id: Number(id),
    // Absent buttons would stay; a prompt to reply can only come with a new message.
    reply_markup: markup && 'inline_keyboard' in markup ? markup : { inline_keyboard: [] },
  };
  const reply = await orPlain(message, (text) => api.call('editMessageText', { ...which, ...text }, limits));
  return reply.ok || says(reply.failure, /message is not modified/u)
    ? { is: 'sent', message: id }
    : outcome(reply.failure, to);
}

/** A caption holds 1024 characters (https://core.telegram.org/bots/api#sendphoto). */
const longestCaption = 1_024;
/** Telegram asks for a second between messages of a chat. */
const longestRestMs = 5_000;

/** A file with the message as its caption; what is too long for one stands below it, as a message of its own. */
async function sendFile(
  api: Api,
  { reply_markup: markup, ...where }: Where,
  message: Message,
  file: Attachment,
  limits: CallLimits,
) {
  const pressable = markup ? { reply_markup: markup } : {};
  if (render(message).text.length <= longestCaption)
    return uploaded(api, { ...where, ...pressable }, message, file, limits);
  const [heading] = message.blocks;
  const picture = await uploaded(api, where, { blocks: heading ? [heading] : [] }, file, limits);
  // Words are worth more than the picture: they come also where it is refused, unless nothing does.
  if (!picture.ok && picture.failure.is === 'silence') return picture;
  const { blocks } = message;
  const below = { ...message, blocks: picture.ok && heading?.is === 'heading' ? blocks.slice(1) : blocks };
  const say = () =>
    orPlain(below, (text) => api.call('sendMessage', { ...where, ...pressable, ...text }, limits));
  const said = await say();
  const restMs = !said.ok && said.failure.is === 'refusal' ? said.failure.retryAfterMs : undefined;
  if (restMs === undefined || restMs > longestRestMs) return said;
  await sleep(restMs);
  return say();
}

function uploaded(api: Api, where: Where, message: Message, file: Attachment, limits: CallLimits) {
  const { text: caption, entities: caption_entities } = render(message, longestCaption);
  // telegraf takes every object it does not know for a file when it writes a form, but passes strings on.
  const { reply_parameters: question, ...rest } = where;
  const reply = question ? { reply_parameters: JSON.stringify(question) as unknown as typeof question } : {};
  const said = { ...rest, ...reply, caption, caption_entities: [...caption_entities] };
  const source = { source: Buffer.from(file.bytes), filename: file.name };
  return file.type.startsWith('image/')
    ? api.call('sendPhoto', { ...said, photo: source }, limits)
    : api.call('sendDocument', { ...said, document: source }, limits);
}

interface Where {
  readonly chat_id: string;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: boolean };
  readonly reply_markup?: InlineKeyboardMarkup | ForceReply;
}

interface Text {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: LinkPreviewOptions;
}

/** Should Telegram dislike the styling of a text, its words are still worth having: once more without any. */
async function orPlain<T>(message: Message, call: (text: Text) => Promise<Reply<T>>): Promise<Reply<T>> {
  const reply = await call(styledText(message));
  return !reply.ok && says(reply.failure, /parse entities|entit(?:y|ies)|too long|web ?page/iu)
    ? call(plainText(message))
    : reply;
}

function styledText(message: Message): Text {
  const { text, entities, link_preview_options } = render(message);
  return { text, entities: [...entities], link_preview_options };
}

function plainText(message: Message): Text {
  const { text } = render(message);
  const address = message.link === undefined ? '' : `\n\n${message.link}`;
  return {
    text: `${cut(text, longestText / 2)}${address.length < longestText / 2 ? address : ''}`,
    entities: [],
    link_preview_options: { is_disabled: true },
  };
}

const says = (failure: Failure, pattern: RegExp): boolean =>
  failure.is === 'refusal' && failure.code === 400 && pattern.test(failure.description);
