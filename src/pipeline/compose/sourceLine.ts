import { type Span, type Spans, span } from '../../message.ts';
import type { Source } from '../../model.ts';
import type { Words } from '../../words/words.ts';

const shownSources = 4;

/** Who told it: the first of them, then the others, each with a link to what it wrote. */
export function sourceLine(sources: readonly Source[], words: Words): Spans {
  const byOutlet = [...Map.groupBy(sources, ({ outlet }) => outlet).values()].flatMap(([one]) => one ?? []);
  const [first, ...others] = byOutlet.slice(0, shownSources).map(linked);
  const more = byOutlet.length - shownSources;
  if (!first) return [];
  if (others.length === 0) return [first];
  const also = others.flatMap((one, at) => (at === 0 ? [one] : [span(', '), one]));
  const rest = more > 0 ? [span(` ${words.say('post.moreOutlets', { more })}`)] : [];
  return [first, span(' · '), ...words.spans('post.also', { outlets: also }), ...rest];
}

const linked = ({ outlet, url }: Source): Span => span(outlet, url === '' ? {} : { href: url });
