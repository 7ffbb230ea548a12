import { html } from 'hono/html';
import type { Source, Story } from '../../model.ts';
import { noteInWords } from '../../noteInWords.ts';
import { primaryFirst } from '../../stories/primarySource.ts';
import type { Words } from '../../words/words.ts';
import type { Address } from '../address.ts';
import { webLink } from '../webLink.ts';
import type { Html } from './page.ts';

const shownSources = 4;

export const date = (at: number, words: Words): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${words.date(at)}</time>`;

/** A story as a card. `level` is where its heading stands in the page's outline. */
export function card(story: Story, address: Address, words: Words, level: 2 | 3): Html {
  const { headline, summary, partners, kind, stage, firstSeenAt, language, notes = [] } = story;
  const sources = primaryFirst(story);
  const noted = notes.map((note) => noteInWords(note, words)).join(' · ');
  const lang = language === undefined ? '' : html` lang="${language}"`;
  const title = linked(
    headline,
    sources.map(({ url }) => url).find((url) => webLink(url) !== undefined) ?? '',
  );
  const heading = level === 2 ? html`<h2${lang}>${title}</h2>` : html`<h3${lang}>${title}</h3>`;
  return html`<article class="card ${kind}">${heading}
<p class="partners">${joined(
    partners.map((name) => html`<a href="${address.company(name)}">${name}</a>`),
    ' × ',
  )}</p>
<p class="facts"><span class="dot"></span>${words.say(`kind.${kind}`)}, ${words.say(`stage.${stage}`)} · ${date(firstSeenAt, words)}</p>
${summary === '' ? '' : html`<p${lang}>${summary}</p>`}
${noted === '' ? '' : html`<p class="facts">${noted}</p>`}
<p class="sources">${sourceLine(sources, words)}</p></article>`;
}

function sourceLine(sources: readonly Source[], words: Words): Html {
  const byOutlet = [...Map.groupBy(sources, ({ outlet }) => outlet).values()].flatMap(([one]) => one ?? []);
  const more = byOutlet.length - shownSources;
  const links = byOutlet.slice(0, shownSources).map(({ outlet, url }) => linked(outlet, url));
  return html`${joined(links, ' · ')}${more > 0 ? ` ${words.say('web.more', { more })}` : ''}`;
}

/** Publishers' addresses are followed without telling them where the visitor came from. */
function linked(text: string, url: string): Html | string {
  const link = webLink(url);
  return link === undefined ? text : html`<a href="${link}" rel="noopener noreferrer">${text}</a>`;
}

const joined = (parts: readonly (Html | string)[], by: string): Html =>
  html`${parts.map((part, at) => (at === 0 ? part : html`${by}${part}`))}`;
