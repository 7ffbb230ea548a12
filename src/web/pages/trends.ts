import { html, raw } from 'hono/html';
import { drawTrends } from '../../stories/pictures/drawTrends.ts';
import type { Change, Trends } from '../../stories/queries.ts';
import { pictureWords } from '../../pictureWords.ts';
import type { Words } from '../../words/words.ts';
import type { Address } from '../address.ts';
import { type Html, page } from './page.ts';
import { pagePaint } from './pagePaint.ts';

/** The periods there are, in days. */
export const spans = [7, 30, 90, 365] as const;
export type Span = (typeof spans)[number];

/** Who teams up most, compared with the period before. */
export function trends(found: Trends, span: Span, address: Address, words: Words): Html {
  const { say } = words;
  const drawing = drawTrends(found, { paint: pagePaint, words: pictureWords(words), href: address.company });
  return page({
    words,
    title: `${say('web.trends')} · Pactwire`,
    current: 'trends',
    main: html`<h1>${say('web.trends')}</h1>
<nav aria-label="${say('web.period')}"><ul>${spans.map(
      (days) =>
        html`<li><a href="/trends?days=${days}"${days === span ? html` aria-current="page"` : ''}>${say('trending.days', { days })}</a></li>`,
    )}</ul></nav>
${
  found.companies.length === 0
    ? html`<p>${say('web.noneInDays', { days: span })}</p>`
    : html`<div class="beside"><figure class="drawing">${raw(drawing)}</figure>
<section>${tables(found, address, words)}</section></div>`
}`,
  });
}

const tables = (found: Trends, address: Address, words: Words): Html => html`${table(
  words.say('trending.pairs'),
  words,
  found.pairs.map((pair) => ({ ...pair, label: pairLinks(pair.names, address) })),
)}
${table(
  words.say('trending.kinds'),
  words,
  found.kinds.map((one) => ({
    ...one,
    label: html`<a class="${one.kind}" href="/?kind=${one.kind}"><span class="dot"></span>${words.say(`kind.${one.kind}`)}</a>`,
  })),
)}`;

const pairLinks = ([a, b]: readonly [string, string], address: Address): Html =>
  html`<a href="${address.company(a)}">${a}</a> × <a href="${address.company(b)}">${b}</a>`;

const table = (
  title: string,
  { say, number }: Words,
  rows: readonly (Change & { readonly label: Html })[],
): Html | '' =>
  rows.length === 0
    ? ''
    : html`<h2>${title}</h2>
<div class="scroll"><table><thead><tr><th scope="col">${title}</th><th scope="col" class="number">${say('web.stories')}</th><th scope="col" class="number late">${say('web.before')}</th><th scope="col" class="number">${say('web.change')}</th></tr></thead>
<tbody>${rows.map(
        ({ label, now, before }) =>
          html`<tr><th scope="row">${label}</th><td class="number">${number(now)}</td><td class="number late">${number(before)}</td><td class="number ${now < before ? 'fall' : now > before ? 'rise' : ''}">${signed(now - before)}</td></tr>`,
      )}</tbody></table></div>`;

const signed = (difference: number): string =>
  difference === 0 ? '0' : difference > 0 ? `+${difference}` : `−${-difference}`;
