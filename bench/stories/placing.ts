import { desk } from '../../src/jobs/desk.ts';
import { begin } from '../../src/pipeline/group/grow.ts';
import { deals } from './synthetic.ts';

/** What placing one article costs while `remembered` stories may still be told on; all in the window, the worst there is. */
export function placing(remembered: number): { readonly medianMs: number; readonly p99Ms: number } {
  const stories = desk();
  for (const { article, finding } of deals(remembered, 13)) stories.file(begin(article, finding, ''));
  const took: number[] = [];
  for (const { article, finding } of deals(1_000, 0, 8)) {
    const start = performance.now();
    stories.place(article, finding);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return { medianMs: took[500] ?? 0, p99Ms: took[990] ?? 0 };
}
