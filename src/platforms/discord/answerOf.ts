import type { InteractionEditReplyOptions } from 'discord.js';
import type { Message } from '../../message.ts';
import { render } from './render.ts';

/** A message as discord.js takes the answer to an interaction; it replaces all of an earlier one. */
export function answerOf(message: Message): InteractionEditReplyOptions {
  const { embeds = [], components = [] } = render(message);
  const { file } = message;
  return {
    embeds,
    components,
    files: file ? [{ name: file.name, attachment: Buffer.from(file.bytes) }] : [],
    attachments: [],
    allowedMentions: { parse: [] },
  };
}
