import type { Styled } from './styled.ts';

const wordJoiner = '\u2060';

/**
 * Where Telegram's server would begin a mention, a command or a link of its own accord:
 * after "@", after a slash at the start of a word, inside "://", before a top-level domain, inside an IPv4 address.
 */
const triggers =
  /@(?=\w)|(?<![\p{L}\p{N}_])\/(?=\w)|:(?=\/\/)|(?<=\S)\.(?=\p{L}[\p{L}\p{M}\p{N}-]|\d{1,3}(?:\.\d{1,3}){2})/gu;

/** Inside these the server looks for nothing, or finds what we mean it to find. */
const deliberate: ReadonlySet<string> = new Set(['code', 'text_link', 'bot_command']);

/**
 * Makes text that others wrote inert. Telegram's server looks for "@name", "/command" and addresses even in
 * text sent with explicit entities (TDLib, `fix_formatted_text` and `find_entities`), so a headline could ping
 * members of a group or offer a tappable "/unsubscribe". An invisible word joiner behind the deciding character
 * ends the match and changes nothing for the eye; only links and commands that we set stay tappable.
 */
export function neutralised({ text, entities }: Styled): Styled {
  const kept = entities.filter(({ type }) => deliberate.has(type));
  const cuts = [...text.matchAll(triggers)]
    .map(({ index }) => index)
    .filter((index) => !kept.some(({ offset, length }) => offset <= index && index < offset + length))
    .map((index) => index + 1);
  if (cuts.length === 0) return { text, entities };
  const pieces = cuts.map((cut, at) => text.slice(cuts[at - 1] ?? 0, cut));
  return {
    text: [...pieces, text.slice(cuts.at(-1))].join(wordJoiner),
    entities: entities.map((entity) => {
      const end = entity.offset + entity.length;
      const start = entity.offset + cuts.filter((cut) => cut <= entity.offset).length;
      return { ...entity, offset: start, length: end + cuts.filter((cut) => cut < end).length - start };
    }),
  };
}
