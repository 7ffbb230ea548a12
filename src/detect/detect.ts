import type { Article, Finding } from '../model.ts';

export type Detectable = Pick<Article, 'title' | 'text'> & { readonly language?: string };

// Provisional: stands in until the real detector lands here.
export function detect({ title, text }: Detectable): Finding {
  const all = `${title}. ${text}`;
  const hit = /partner|team(s|ed)? up|joint venture|collaborat|alliance|携手|提携|Kooperation/iu.exec(all);
  const partners = [...new Set(title.match(/\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)*/gu) ?? [])].slice(0, 4);
  return {
    partnership: hit !== null,
    confidence: hit ? 0.7 : 0.1,
    partners,
    kind: 'alliance',
    stage: 'announced',
    evidence: title,
    marks: [],
    reasons: [],
  };
}
