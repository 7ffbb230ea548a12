import { html, raw } from 'hono/html';
import { drawNetwork } from '../../stories/pictures/drawNetwork.ts';
import { network } from '../../stories/pictures/network.ts';
import { englishWords } from '../../stories/pictures/words.ts';
import type { CompanyTimeline, Tie } from '../../stories/queries.ts';
import { storyWords } from '../../storyWords.ts';
import type { Address } from '../address.ts';
import { card, date } from './card.ts';
import { pagePaint } from './pagePaint.ts';
import { type Html, page } from './page.ts';

const shownStories = 24;
const shownTies = 30;
const mostNodes = 13;

/** One company: with whom, drawn and listed, and its timeline. */
export function company({ name, stories, ties }: CompanyTimeline, address: Address): Html {
  const drawing = drawNetwork(network(stories, [name], mostNodes), `Partners of ${name}`, {
    paint: pagePaint,
    words: englishWords,
    href: address.company,
  });
  const count = (of: number, one: string, many: string) => `${of} ${of === 1 ? one : many}`;
  return page({
    title: `${name}: partnerships · Pactwire`,
    feed: { path: `${address.company(name)}/feed`, title: name },
    main: html`<h1>${name}</h1>
<p class="hint">${count(stories.length, 'story', 'stories')}, ${count(ties.length, 'partner', 'partners')}</p>
<div class="beside"><figure class="drawing network">${raw(drawing)}</figure>
${ties.length === 0 ? '' : partners(ties, address)}</div>
<h2 id="timeline">Timeline</h2>
<div class="cards">${stories.slice(0, shownStories).map((story) => card(story, address, 3))}</div>
${stories.length > shownStories ? older(name) : ''}`,
  });
}

const older = (name: string): Html =>
  html`<p><a href="/?${new URLSearchParams({ company: name, page: '2' }).toString()}">Older stories</a></p>`;

const partners = (ties: readonly Tie[], address: Address): Html => html`<section><h2>Partners</h2>
<div class="scroll"><table><thead><tr><th scope="col">Company</th><th scope="col">Mostly</th><th scope="col" class="number">Stories</th><th scope="col" class="late">Latest</th></tr></thead>
<tbody>${ties.slice(0, shownTies).map(
  ({
    name,
    kind,
    stories,
    lastAt,
    ended,
  }) => html`<tr class="${kind}"><th scope="row"><a href="${address.company(name)}">${name}</a></th>
<td class="whole"><span class="dot"></span>${storyWords.kinds[kind]}${ended ? `, ${storyWords.stages.ended}` : ''}</td><td class="number">${stories}</td><td class="late">${date(lastAt)}</td></tr>`,
)}</tbody></table></div>
${ties.length > shownTies ? html`<p class="hint">and ${ties.length - shownTies} more</p>` : ''}</section>`;
