import { html } from 'hono/html';
import { type Kind, kinds } from '../../model.ts';
import type { Archive } from '../../stories/archive.ts';
import type { StoryFilter } from '../../stories/queries.ts';
import type { Words } from '../../words/words.ts';
import type { Address } from '../address.ts';
import { card } from './card.ts';
import { type Html, page } from './page.ts';

/** What a visitor asked for, as read from the address. */
export interface Asked {
  readonly words: string;
  readonly company: string;
  readonly kind: Kind | '';
  readonly language: string;
  /** From 1. */
  readonly page: number;
}

const longestWords = 100;
const furthestPage = 500;
const perPage = 18;

/** Reads a query; what makes no sense counts as not asked. */
export function asked(query: Readonly<Record<string, string>>): Asked {
  const { words = '', company = '', kind, language = '' } = query;
  const number = Number.parseInt(query['page'] ?? '1', 10);
  return {
    words: words.trim().slice(0, longestWords),
    company: company.trim().slice(0, longestWords),
    kind: kinds.find((one) => one === kind) ?? '',
    language: /^[a-z]{2,3}$/u.test(language) ? language : '',
    page: Number.isInteger(number) ? Math.max(1, Math.min(furthestPage, number)) : 1,
  };
}

/** The latest stories, or those that match. */
export function home(
  archive: Pick<Archive, 'latest' | 'search'>,
  question: Asked,
  address: Address,
  speech: Words,
): Html {
  const { say } = speech;
  const { words, company, kind, language } = question;
  const filter: StoryFilter = {
    ...(company === '' ? {} : { company }),
    ...(kind === '' ? {} : { kinds: [kind] }),
    ...(language === '' ? {} : { languages: [language] }),
  };
  // One more than shown tells whether there are older ones.
  const wanted = { ...filter, count: perPage + 1, skip: (question.page - 1) * perPage };
  const found = words === '' ? archive.latest(wanted) : archive.search(words, wanted);
  return page({
    words: speech,
    title: say('web.title'),
    current: 'latest',
    ...(kind === '' ? {} : { feed: { path: `/kinds/${kind}/feed`, title: say(`kind.${kind}`) } }),
    main: html`<h1>${say('latest.title')}</h1>
${form(question, speech)}
${found.length === 0 ? nothing(question, speech) : html`<div class="cards wide">${found.slice(0, perPage).map((story) => card(story, address, speech, 2))}</div>`}
${pager(question, found.length > perPage, speech)}`,
  });
}

const nothing = (question: Asked, { say }: Words): Html =>
  pathOf(question) === '/'
    ? html`<p>${say('web.noneAtAll')}</p>`
    : html`<p>${say('web.none')} <a href="/">${say('web.showAll')}</a></p>`;

const languages = ['en', 'de', 'es', 'fr', 'ja', 'ko', 'ru', 'zh'];

function form({ words, company, kind, language }: Asked, { say, language: spoken }: Words): Html {
  const names = new Intl.DisplayNames(spoken, { type: 'language' });
  const any = say('web.any');
  return html`<form class="filter" action="/" role="search">
<label>${say('web.words')}<input type="search" name="words" value="${words}" maxlength="${longestWords}"></label>
<label>${say('web.company')}<input name="company" value="${company}" maxlength="${longestWords}" autocomplete="off"></label>
<label>${say('web.kind')}${select(
    'kind',
    kind,
    any,
    kinds.map((one) => [one, say(`kind.${one}`)] as const),
  )}</label>
<label>${say('web.language')}${select(
    'language',
    language,
    any,
    languages.map((tag) => [tag, names.of(tag) ?? tag] as const),
  )}</label>
<button>${say('web.show')}</button>
</form>`;
}

const select = (
  name: string,
  chosen: string,
  any: string,
  options: readonly (readonly [value: string, text: string])[],
): Html =>
  html`<select name="${name}"><option value="">${any}</option>${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select>`;

function pager(question: Asked, older: boolean, { say }: Words): Html | '' {
  const link = (to: number, rel: string, text: string) =>
    html`<li><a href="${pathOf({ ...question, page: to })}" rel="${rel}">${text}</a></li>`;
  if (question.page === 1 && !older) return '';
  return html`<nav aria-label="${say('web.older')}"><ul class="pager">
${question.page > 1 ? link(question.page - 1, 'prev', `← ${say('web.newer')}`) : html`<li></li>`}
${older ? link(question.page + 1, 'next', `${say('web.older')} →`) : ''}</ul></nav>`;
}

function pathOf({ page: number, ...filters }: Asked): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (number > 1) query.set('page', String(number));
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
