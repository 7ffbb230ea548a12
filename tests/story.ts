import type { Article, ArticleId, FeedId, Finding, Source, Story, StoryId } from '../src/model.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');

export const anArticle = (changes: Partial<Article> = {}): Article => ({
  id: 'a1' as ArticleId,
  feed: 'f1' as FeedId,
  outlet: 'The Circuit Post',
  url: 'https://circuit.example/lumora',
  title: 'Lumora teams up with Arctic Optics',
  text: 'Phone maker Lumora and camera maker Arctic Optics will build a camera together. It arrives in June.',
  publishedAt: noon,
  ...changes,
});

export const aFinding = (changes: Partial<Finding> = {}): Finding => ({
  partnership: true,
  confidence: 0.9,
  partners: ['Lumora', 'Arctic Optics'],
  kind: 'product',
  stage: 'announced',
  evidence: 'Lumora teams up with Arctic Optics',
  marks: [[7, 20]],
  reasons: [],
  ...changes,
});

export const aSource = (changes: Partial<Source> = {}): Source => {
  const { id, feed, outlet, url, title, publishedAt } = anArticle();
  return { article: id, feed, outlet, url, title, publishedAt, ...changes };
};

export const aStory = (changes: Partial<Story> = {}): Story => ({
  id: 's1' as StoryId,
  headline: 'Lumora teams up with Arctic Optics',
  summary: 'Phone maker Lumora and camera maker Arctic Optics will build a camera together.',
  partners: ['Lumora', 'Arctic Optics'],
  kind: 'product',
  stage: 'announced',
  confidence: 0.9,
  sources: [aSource()],
  firstSeenAt: noon,
  ...changes,
});
