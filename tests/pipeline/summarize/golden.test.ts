import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summarize } from '../../../src/pipeline/summarize.ts';

/** Articles written for these tests: `=== name`, title, partners, paragraphs, `---`, and the summary an editor would print. */
const articles = readFileSync(new URL('articles.txt', import.meta.url), 'utf8')
  .split(/^=== /mu)
  .slice(1)
  .map((part) => {
    const [article = '', summary = ''] = part.split(/^--- *$/mu);
    const [name = '', title = '', partners = '', ...paragraphs] = article.trim().split('\n');
    return {
      name,
      title,
      partners: partners.split(', '),
      text: paragraphs.join('\n'),
      summary: summary.trim(),
    };
  });

describe('golden summaries', () => {
  it('are thirty', () => {
    expect(articles).toHaveLength(30);
  });

  it.each(articles)('$name', ({ title, partners, text, summary }) => {
    expect(summarize({ title, text }, { evidence: '', partners })).toBe(summary);
  });
});
