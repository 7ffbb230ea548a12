import type { Story } from '../../model.ts';
import { contentWords, shareIn } from './words.ts';

/** Whether a page tells the story, and is no wall, consent form or front page that the link led to instead. */
export function isTold(page: string, { headline, partners }: Pick<Story, 'headline' | 'partners'>): boolean {
  const lower = page.toLowerCase();
  const named = partners.filter((name) => lower.includes(name.toLowerCase())).length;
  const share = shareIn(contentWords(headline), contentWords(page));
  return share >= 0.6 || (named >= Math.min(2, partners.length) && share >= 0.3);
}
