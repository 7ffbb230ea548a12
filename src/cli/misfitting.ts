import type { Config } from '../config.ts';
import { roles as allRoles } from '../config/roles.ts';

/** Why these settings cannot work together, and what to do: two halves of a sentence, joined by a colon. */
export function misfitting(config: Config): string | undefined {
  const { queueUrl, storeUrl, roles, webhookUrl, webhookSecret, llmUrl, llmModel } = config;
  if (queueUrl === undefined && roles.length < allRoles.length)
    return 'ROLES names a part of the work, but without QUEUE_URL nobody gets the rest: set QUEUE_URL=redis://…, or leave ROLES out.';
  if (queueUrl !== undefined && storeUrl === 'memory:')
    return 'QUEUE_URL is for many processes, which need a STORE_URL that all can reach: for example STORE_URL=redis://…';
  if (webhookUrl !== undefined && webhookSecret === undefined)
    return 'WEBHOOK_URL needs WEBHOOK_SECRET, or nobody could tell our calls from others: make one with "openssl rand -base64 24".';
  if (llmUrl === undefined && llmModel !== undefined)
    return 'LLM_MODEL needs the address where it is asked: set LLM_URL too, or leave LLM_MODEL out.';
  if (llmUrl !== undefined && llmModel === undefined)
    return 'LLM_URL needs the name of the model to ask there: set LLM_MODEL too, or leave LLM_URL out.';
  return undefined;
}
