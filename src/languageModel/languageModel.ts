import { z } from 'zod';
import type { Secret } from '../secret.ts';

/** A language model behind any endpoint that speaks OpenAI's chat completions (Ollama, vLLM, hosted ones). */
export interface LanguageModel {
  readonly name: string;
  ask(question: { readonly system: string; readonly user: string }): Promise<Answer>;
}

export type Answer =
  | { readonly is: 'answered'; readonly text: string; readonly tokens: number }
  /** `reason` is a sentence without secrets. */
  | { readonly is: 'failed'; readonly reason: string };

export interface LanguageModelOptions {
  /** The base that `/chat/completions` is added to, such as `http://ollama:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: Secret;
  readonly timeoutMs?: number;
}

const mostTokens = 400;
const mostBytes = 256 * 1_024;

/** More tokens than a question and its answer can cost: those of Chinese are about a sign each, of English four letters. */
export const mostTokensFor = ({ system, user }: Parameters<LanguageModel['ask']>[0]): number =>
  mostTokens +
  Math.ceil(Array.from(system + user).reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.4 : 1.2), 0));

/** https://platform.openai.com/docs/api-reference/chat/create, as far as all servers of it agree. */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().nonnegative() }).optional(),
});

export function languageModel({ url, model, key, timeoutMs = 30_000 }: LanguageModelOptions): LanguageModel {
  const address = `${url.replace(/\/+$/u, '')}/chat/completions`;
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key.reveal()}` }),
  };

  async function ask({ system, user }: { readonly system: string; readonly user: string }): Promise<Answer> {
    const body = JSON.stringify({
      model,
      temperature: 0,
      max_tokens: mostTokens,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
    });
    let text: string;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' });
      text = await capped(response);
      if (!response.ok) return failed(`The language model answered ${response.status}.`);
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return failed(timedOut ? 'The language model took too long.' : 'The language model cannot be reached.');
    }
    const parsed = completion.safeParse(json(text));
    const [choice] = parsed.data?.choices ?? [];
    if (!choice) return failed('The language model answered in another form than chat completions have.');
    // Servers that do not count are charged by length: about four characters a token.
    const tokens = parsed.data?.usage?.total_tokens ?? Math.ceil((body.length + text.length) / 4);
    return { is: 'answered', text: choice.message.content, tokens };
  }

  return { name: model, ask };
}

const failed = (reason: string): Answer => ({ is: 'failed', reason });

async function capped(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > mostBytes) throw new Error('the answer is too long');
  }
  return text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
