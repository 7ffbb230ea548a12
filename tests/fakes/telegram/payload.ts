import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { SentFile } from './chats.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Payload {
  /** As the client sent it; files are strings, as the official description allows. */
  readonly sent: Fields;
  /** With the file and its caption as a text. */
  readonly text: Fields;
}

/** The parameters of a request, be it JSON or a form with a file (https://core.telegram.org/bots/api#sending-files). */
export async function payloadOf(request: IncomingMessage, method: string): Promise<Payload> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const sent = JSON.parse(body.toString()) as Fields;
    return { sent, text: sent };
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  let file: SentFile | undefined;
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = parsed(value);
    else {
      const as = method === 'sendPhoto' ? 'photo' : 'document';
      file = { as, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
      if (name === as) fields[name] = `attach://${value.name}`;
    }
  }
  // telegraf writes the method into a form as well, where Telegram ignores it.
  delete fields['method'];
  const { caption, caption_entities: entities } = fields;
  return { sent: fields, text: { ...fields, text: caption ?? '', entities, ...(file ? { file } : {}) } };
}

/** Numbers and objects travel as JSON in a form; a chat's id may be either. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
