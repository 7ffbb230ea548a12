import { parseArgs } from 'node:util';
import { detect } from '../detect/detect.ts';
import { desk } from '../jobs/desk.ts';
import type { Article, ArticleId, FeedId, Finding, Story } from '../model.ts';
import { inOrderOfTime } from './inOrderOfTime.ts';
import type { Subcommand } from './io.ts';
import { datedItem } from './items.ts';
import { jsonLines } from './jsonLines.ts';

/** JSONL items on stdin → one JSON line per story, as if the feeds had brought them in the order of their dates. */
export const replay: Subcommand = async ({ args, stdin, out, err }) => {
  const { trust } = parseArgs({ args: [...args], options: { trust: { type: 'boolean' } } }).values;
  const toTell = inOrderOfTime<{ article: Article; finding: Finding }>();
  let failed = false;
  for await (const line of jsonLines(stdin, datedItem)) {
    if (!line.ok) {
      failed = true;
      err(line.reason);
      continue;
    }
    const { key, title, description, language, feed, url, publishedAt } = line.value;
    const article: Article = {
      id: key as ArticleId,
      feed: feed as FeedId,
      outlet: feed,
      url,
      title,
      text: description,
      publishedAt,
      ...(language === undefined ? {} : { language }),
    };
    const finding = detect(article);
    if (trust || finding.partnership) toTell.add(publishedAt, { article, finding });
  }
  const stories = desk();
  for (const { article, finding } of toTell.values()) {
    for (const story of stories.clear(article.publishedAt)) await out(asLine(story));
    stories.file(stories.place(article, finding).story);
  }
  for (const story of stories.clear(Number.POSITIVE_INFINITY)) await out(asLine(story));
  return failed ? 1 : 0;
};

function asLine({ id, headline, summary, partners, kind, stage, confidence, sources }: Story): string {
  const keys = sources.map(({ article }) => article);
  return `${JSON.stringify({ id, headline, summary, partners, kind, stage, confidence, sources: keys })}\n`;
}
