import type { Summary } from '../memory.ts';
import type { Article, Finding, Story } from '../model.ts';
import { isTold } from '../pipeline/summarize/isTold.ts';
import { summarize } from '../pipeline/summarize.ts';
import type { House } from './house.ts';
import { writeSummary } from './writeSummary.ts';

type Making = Pick<House, 'memory' | 'readArticle' | 'writer' | 'now' | 'report'>;

/** Fewer characters say nothing that a model could say better. */
const worthWriting = 200;

/**
 * Summarises a story from the page behind its first telling, else from the lead; by a model when there is one.
 * @param languages into which it is to be translated too, which only a model can.
 */
export async function makeSummary(
  house: Making,
  story: Story,
  languages: readonly string[] = [],
): Promise<Summary> {
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
  const own = story.language ?? 'en';
  const written = told.text.length < worthWriting ? undefined : await write(house, story, told, own);
  const summary: Summary =
    written === undefined
      ? { text: summarize(told, finding) || story.summary }
      : { text: written, by: 'model' };
  const translations: Record<string, string> = {};
  for (const language of languages.filter((one) => one !== own)) {
    const translated = await write(house, story, told, language);
    if (translated !== undefined) translations[language] = translated;
  }
  return Object.keys(translations).length === 0 ? summary : { ...summary, translations };
}

/** What a model writes, if there is one and it keeps to the article. */
async function write(
  { writer, memory, now, report }: Making,
  story: Story,
  told: Pick<Article, 'title' | 'text'>,
  language: string,
): Promise<string | undefined> {
  if (!writer) return undefined;
  const written = await writeSummary(writer, memory.vitals, {
    ...told,
    partners: story.partners,
    language,
    now: now(),
  });
  if (written.is === 'written') return written.summary;
  report({ is: 'unwritten', story, reason: written.reason });
  return undefined;
}
