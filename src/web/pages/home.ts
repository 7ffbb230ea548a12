import { html } from 'hono/html';
import { type Kind, kinds, type Story } from '../../model.ts';
import type { Archive } from '../../stories/archive.ts';
import type { StoryFilter } from '../../stories/queries.ts';
import { storyWords } from '../../storyWords.ts';
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
export function home(archive: Pick<Archive, 'latest' | 'search'>, question: Asked, address: Address): Html {
  const { words, company, kind, language } = question;
  const filter: StoryFilter = {
    ...(company === '' ? {} : { company }),
    ...(kind === '' ? {} : { kinds: [kind] }),
    ...(language === '' ? {} : { languages: [language] }),
  };
  // One more than shown tells whether there are older ones.
  const wanted = { ...filter, count: perPage + 1, skip: (question.page - 1) * perPage };
  const found = words === '' ? archive.latest(wanted) : archive.search(words, wanted);
  const feed =
    kind === ''
      ? { path: '/feed', title: 'All partnerships' }
      : { path: `/kinds/${kind}/feed`, title: storyWords.kinds[kind] };
  return page({
    title: 'Pactwire: who teams up with whom',
    current: 'latest',
    feed,
    main: html`<h1>Latest partnerships</h1>
${form(question)}
${list(found.slice(0, perPage), address)}
${pager(question, found.length > perPage)}`,
  });
}

const list = (stories: readonly Story[], address: Address): Html =>
  stories.length === 0
    ? html`<p>Nothing was told that fits. <a href="/">Show everything</a></p>`
    : html`<div class="cards wide">${stories.map((story) => card(story, address, 2))}</div>`;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const languages = ['en', 'de', 'es', 'fr', 'ja', 'ko', 'ru', 'zh'].map(
  (tag) => [tag, languageNames.of(tag) ?? tag] as const,
);

const form = ({
  words,
  company,
  kind,
  language,
}: Asked): Html => html`<form class="filter" action="/" role="search">
<label>Words<input type="search" name="words" value="${words}" maxlength="${longestWords}"></label>
<label>Company<input name="company" value="${company}" maxlength="${longestWords}" autocomplete="off"></label>
<label>Kind${select(
  'kind',
  kind,
  kinds.map((one) => [one, storyWords.kinds[one]] as const),
)}</label>
<label>Language${select('language', language, languages)}</label>
<button>Show</button>
</form>`;

const select = (
  name: string,
  chosen: string,
  options: readonly (readonly [value: string, text: string])[],
): Html =>
  html`<select name="${name}"><option value="">All</option>${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select>`;

function pager(question: Asked, older: boolean): Html | '' {
  const link = (to: number, rel: string, text: string) =>
    html`<li><a href="${pathOf({ ...question, page: to })}" rel="${rel}">${text}</a></li>`;
  if (question.page === 1 && !older) return '';
  return html`<nav aria-label="More"><ul class="pager">
${question.page > 1 ? link(question.page - 1, 'prev', '← Newer') : html`<li></li>`}
${older ? link(question.page + 1, 'next', 'Older →') : ''}</ul></nav>`;
}

function pathOf({ page: number, ...filters }: Asked): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (number > 1) query.set('page', String(number));
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
