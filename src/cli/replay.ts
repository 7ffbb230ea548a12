import { parseArgs } from 'node:util';
import { detect } from '../detect/detect.ts';
import type { Article, ArticleId, FeedId, Finding } from '../model.ts';
import { place } from '../jobs/tell.ts';
import { archive } from '../stories/archive.ts';
import type { Subcommand } from './io.ts';
import { datedItem } from './items.ts';
import { jsonLines } from './jsonLines.ts';

/** JSONL items on stdin → one JSON line per story, as if the feeds had brought them in the order of their dates. */
export const replay: Subcommand = async ({ args, stdin, out, err }) => {
  const { trust } = parseArgs({ args: [...args], options: { trust: { type: 'boolean' } } }).values;
  let failed = false;
  // Only what will be told is held: putting items in order of time needs all of those, and nothing of the rest.
  const kept: { article: Article; finding: Finding }[] = [];
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
    if (trust || finding.partnership) kept.push({ article, finding });
  }
  const told = archive();
  kept.sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  for (const { article, finding } of kept) told.put(place(told, article, finding).story);
  for (const { id, headline, summary, partners, kind, stage, confidence, sources } of told.all()) {
    const keys = sources.map((source) => source.article);
    await out(
      `${JSON.stringify({ id, headline, summary, partners, kind, stage, confidence, sources: keys })}\n`,
    );
  }
  return failed ? 1 : 0;
};
