import { labelledItems } from '../../src/cli/labelledItems.ts';
import { evaluate } from '../../src/detect/evaluate/evaluate.ts';
import { figures } from '../../src/detect/evaluate/figures.ts';
import type { Finding } from '../../src/model.ts';
import { keywords } from './keywords.ts';

const nothing: Finding = {
  partnership: false,
  confidence: 0,
  partners: [],
  kind: 'other',
  stage: 'announced',
  evidence: '',
  marks: [],
  reasons: [],
};

/** F1 over labelled items: ours cross-validated, each item judged by what was learnt from the others, and that of keywords. */
export async function quality(file: string): Promise<{ readonly ours: number; readonly keywords: number }> {
  const items = (await labelledItems([file], console.error)) ?? [];
  const matched = items.map((item) => ({
    item,
    finding: { ...nothing, partnership: keywords.test(`${item.title} ${item.text}`) },
  }));
  return { ours: figures(evaluate(items, { folds: 5, also: [] })).f1, keywords: figures(matched).f1 };
}
