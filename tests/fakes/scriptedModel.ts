import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint was asked: OpenAI's chat completions. */
export interface AskedModel {
  readonly authorization?: string;
  readonly path: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

export interface ScriptedModel {
  /** For `LLM_URL`. */
  readonly url: string;
  readonly asked: readonly AskedModel[];
  close(): Promise<void>;
}

export interface Scripted {
  readonly status?: number;
  /** The message; what is no text is sent as it is. */
  readonly answer: string | { readonly raw: string };
  readonly tokens?: number;
}

/** A language model on loopback that says what the test tells it to say, the last line for ever. */
export async function scriptedModel(...script: readonly Scripted[]): Promise<ScriptedModel> {
  const asked: AskedModel[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { authorization } = request.headers;
      asked.push({
        path: request.url ?? '',
        body: JSON.parse(body) as AskedModel['body'],
        ...(authorization === undefined ? {} : { authorization }),
      });
      const line = script[Math.min(asked.length, script.length) - 1] ?? { answer: '' };
      response.writeHead(line.status ?? 200, { 'content-type': 'application/json' });
      response.end(typeof line.answer === 'string' ? completion(line.answer, line.tokens) : line.answer.raw);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

const completion = (content: string, tokens?: number): string =>
  JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    ...(tokens === undefined ? {} : { usage: { total_tokens: tokens } }),
  });
