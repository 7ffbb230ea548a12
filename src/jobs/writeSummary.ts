import { z } from 'zod';
import { organisationsIn } from '../detect/names/organisationsIn.ts';
import type { Config } from '../config.ts';
import { type LanguageModel, languageModel, mostTokensFor } from '../languageModel/languageModel.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import { faithful } from '../pipeline/summarize/faithful.ts';
import { instructions } from '../pipeline/summarize/instructions.ts';
import { identity } from '../stories/companies.ts';
import { budgetOf } from './tokenBudget.ts';

/** A language model with what it may cost. */
export interface Writer {
  readonly model: LanguageModel;
  /** Tokens in a calendar month (UTC), questions and answers together. */
  readonly monthlyTokens: number;
}

/** As the settings have it; undefined when they name no model. */
export function writerOf(
  { llmUrl, llmModel, llmKey, llmMonthlyTokens }: Config,
  log: Pick<Log, 'warn'>,
): Writer | undefined {
  if ((llmUrl === undefined) !== (llmModel === undefined))
    log.warn('no language model is asked: LLM_URL and LLM_MODEL belong together, set both');
  if (llmUrl === undefined || llmModel === undefined) return undefined;
  const options = { url: llmUrl, model: llmModel, ...(llmKey === undefined ? {} : { key: llmKey }) };
  return { model: languageModel(options), monthlyTokens: llmMonthlyTokens };
}

export type Written =
  | { readonly is: 'written'; readonly summary: string }
  /** `reason` is a sentence. */
  | { readonly is: 'left'; readonly reason: string };

interface Asked {
  readonly title: string;
  readonly text: string;
  /** Who the article is about. */
  readonly partners: readonly string[];
  /** To write in. */
  readonly language: string;
  readonly now: number;
}

const answer = z.object({ summary: z.string() });

/** Has a language model summarise an article, and takes its word for nothing that the article does not say. */
export async function writeSummary(
  { model, monthlyTokens }: Writer,
  vitals: Memory['vitals'],
  { title, text, partners, language, now }: Asked,
): Promise<Written> {
  const question = instructions(title, text, language);
  const budget = budgetOf(vitals, monthlyTokens, now);
  const reserved = mostTokensFor(question);
  if (!(await budget.reserve(reserved))) return left("This month's tokens are spent.");
  const answered = await model.ask(question);
  await budget.settle(reserved, answered.is === 'failed' ? 0 : answered.tokens);
  if (answered.is === 'failed') return left(answered.reason);
  const summary = summaryIn(answered.text);
  if (summary === undefined) return left('The language model did not answer with a summary.');
  const source = `${title}\n${text}`;
  const verdict = faithful(summary, {
    source,
    partners,
    language,
    organisations: (said) => organisationsIn(said, said === source ? undefined : language),
    identity,
  });
  return verdict.faithful
    ? { is: 'written', summary }
    : left(`The language model's summary is left: ${verdict.reason}.`);
}

const left = (reason: string): Written => ({ is: 'left', reason });

/** The JSON object may be wrapped, as models like to do. */
function summaryIn(text: string): string | undefined {
  const object = /\{[\s\S]*\}/u.exec(text)?.[0] ?? '';
  try {
    return answer.safeParse(JSON.parse(object)).data?.summary.replaceAll(/\s+/gu, ' ').trim();
  } catch {
    return undefined;
  }
}
