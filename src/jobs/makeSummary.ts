import type { Summary } from '../memory.ts';
import type { Article, Finding, Story } from '../model.ts';
import { isTold } from '../pipeline/summarize/isTold.ts';
import { summarize } from '../pipeline/summarize.ts';
import type { House } from './house.ts';
import { writeSummary } from './writeSummary.ts';

type Making = Pick<House, 'memory' | 'readArticle' | 'writer' | 'now' | 'report'>;

/** Fewer characters say nothing that a model could say better. */
const worthWriting = 200;

/** Summarises a story from the page behind its first telling, else from the lead; by a model when there is one. */
export async function makeSummary(house: Making, story: Story): Promise<Summary> {
  const [source] = story.sources;
  const judged = source && (await house.memory.articles.get(source.article));
  const page = source?.url ? await house.readArticle?.(source.url) : undefined;
  const article: Pick<Article, 'title' | 'text'> = {
    title: story.headline,
    text: judged?.article.text ?? source?.said?.lead ?? '',
  };
  const told = page !== undefined && isTold(page, story) ? { ...article, text: page } : article;
  const finding: Pick<Finding, 'evidence' | 'partners'> = {
    evidence: judged?.finding.evidence ?? '',
    partners: story.partners,
  };
  const { writer, memory, now, report } = house;
  if (writer && told.text.length >= worthWriting) {
    const language = story.language ?? 'en';
    const written = await writeSummary(writer, memory.vitals, { ...told, language, now: now() });
    if (written.is === 'written') return { text: written.summary, by: 'model' };
    report({ is: 'unwritten', story, reason: written.reason });
  }
  return { text: summarize(told, finding) || story.summary };
}
