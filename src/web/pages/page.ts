import { html, raw } from 'hono/html';
import type { Words } from '../../words/words.ts';
import { styleHref } from './style.ts';

/** Markup whose text is escaped. */
export type Html = ReturnType<typeof html>;

export interface Page {
  /** The language of the page. */
  readonly words: Words;
  /** Followed by our own name, unless it is the front page's. */
  readonly title: string;
  readonly current?: 'latest' | 'trends';
  /** The feed of what the page shows: its address without the ending, and what it holds; all stories unless told. */
  readonly feed?: { readonly path: string; readonly title: string };
  readonly main: Html;
}

/** The frame around every page. */
export function page({ words, title, current, feed: shown, main }: Page): Html {
  const say = words.say;
  const feed = shown ?? { path: '/feed', title: say('web.all') };
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${say('web.about')}">
<link rel="stylesheet" href="${styleHref}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${feed.path}.atom">
<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="${feed.path}.rss">
<link rel="alternate" type="application/feed+json" title="${feed.title}" href="${feed.path}.json">
</head>
<body>
<a class="skip" href="#main">${say('web.skip')}</a>
<header class="top">
<a class="brand" href="/">${raw(icon)}Pactwire</a>
<nav aria-label="${say('web.pages')}"><ul>
<li><a href="/"${currentIf(current === 'latest')}>${say('web.latest')}</a></li>
<li><a href="/trends"${currentIf(current === 'trends')}>${say('web.trends')}</a></li>
</ul></nav>
</header>
<main id="main" tabindex="-1">${main}</main>
<footer><p>${say('web.feed', { title: feed.title })} <a href="${feed.path}.atom">Atom</a>, <a href="${feed.path}.rss">RSS</a>, <a href="${feed.path}.json">JSON Feed</a></p>
<p>${say('web.credit')}</p></footer>
</body>
</html>`;
}

const currentIf = (is: boolean): Html | '' => (is ? html` aria-current="page"` : '');

/** Two rings that overlap. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><g fill="none" stroke-width="4"><circle cx="12" cy="16" r="9" stroke="#3b82f6"/><circle cx="20" cy="16" r="9" stroke="#10b981"/></g></svg>';
