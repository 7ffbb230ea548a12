import { html } from 'hono/html';
import type { Words } from '../../words/words.ts';
import { type Html, page } from './page.ts';

/** Nothing is known at an address. */
export const notFound = (words: Words): Html =>
  sorry(words, words.say('web.notFound'), words.say('web.notFoundHint'));

/** We failed; what of is for the log alone. */
export const failed = (words: Words): Html =>
  sorry(words, words.say('web.failed'), words.say('web.failedHint'));

const sorry = (words: Words, title: string, hint: string): Html =>
  page({
    words,
    title: `${title} · Pactwire`,
    main: html`<h1>${title}</h1>
<p>${hint} <a href="/">${words.say('web.showLatest')}</a></p>`,
  });
