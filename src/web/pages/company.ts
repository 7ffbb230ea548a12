import { html, raw } from 'hono/html';
import { drawNetwork } from '../../stories/pictures/drawNetwork.ts';
import { network } from '../../stories/pictures/network.ts';
import type { CompanyTimeline, Tie } from '../../stories/queries.ts';
import { pictureWords } from '../../pictureWords.ts';
import type { Words } from '../../words/words.ts';
import type { Address } from '../address.ts';
import { card, date } from './card.ts';
import { pagePaint } from './pagePaint.ts';
import { type Html, page } from './page.ts';

const shownStories = 24;
const shownTies = 30;
const mostNodes = 13;

/** One company: with whom, drawn and listed, and its timeline. */
export function company({ name, stories, ties }: CompanyTimeline, address: Address, words: Words): Html {
  const { say } = words;
  const drawing = drawNetwork(network(stories, [name], mostNodes), say('web.partnersOf', { company: name }), {
    paint: pagePaint,
    words: pictureWords(words),
    href: address.company,
  });
  return page({
    words,
    title: `${say('web.companyTitle', { company: name })} · Pactwire`,
    feed: { path: `${address.company(name)}/feed`, title: name },
    main: html`<h1>${name}</h1>
<p class="hint">${say('web.counts', { stories: stories.length, partners: ties.length })}</p>
<div class="beside"><figure class="drawing network">${raw(drawing)}</figure>
${ties.length === 0 ? '' : partners(ties, address, words)}</div>
<h2 id="timeline">${say('web.timeline')}</h2>
<div class="cards">${stories.slice(0, shownStories).map((story) => card(story, address, words, 3))}</div>
${stories.length > shownStories ? older(name, words) : ''}`,
  });
}

const older = (name: string, words: Words): Html =>
  html`<p><a href="/?${new URLSearchParams({ company: name, page: '2' }).toString()}">${words.say('web.older')}</a></p>`;

const partners = (
  ties: readonly Tie[],
  address: Address,
  words: Words,
): Html => html`<section><h2>${words.say('web.partners')}</h2>
<div class="scroll"><table><thead><tr><th scope="col">${words.say('web.company')}</th><th scope="col">${words.say('web.mostly')}</th><th scope="col" class="number">${words.say('web.stories')}</th><th scope="col" class="late">${words.say('web.latest')}</th></tr></thead>
<tbody>${ties.slice(0, shownTies).map(
  ({
    name,
    kind,
    stories,
    lastAt,
    ended,
  }) => html`<tr class="${kind}"><th scope="row"><a href="${address.company(name)}">${name}</a></th>
<td><span class="dot"></span>${words.say(`kind.${kind}`)}${ended ? `, ${words.say('stage.ended')}` : ''}</td><td class="number">${words.number(stories)}</td><td class="late">${date(lastAt, words)}</td></tr>`,
)}</tbody></table></div>
${ties.length > shownTies ? html`<p class="hint">${words.say('web.more', { more: ties.length - shownTies })}</p>` : ''}</section>`;
