import type { MessageEntity } from 'telegraf/types';

/** Text and the styles over it; offsets and lengths are UTF-16 units, as Telegram counts them. */
export interface Styled {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

export type Style =
  | { readonly type: 'bold' | 'italic' | 'code' | 'blockquote' | 'bot_command' }
  | { readonly type: 'text_link'; readonly url: string };

export const plain = (text: string): Styled => ({ text, entities: [] });

/** One style over the whole text; Telegram ignores styles over nothing but blanks, so there are none. */
export const styled = (inner: Styled, style: Style): Styled =>
  inner.text.trim() === ''
    ? inner
    : { ...inner, entities: [{ ...style, offset: 0, length: inner.text.length }, ...inner.entities] };

export function joined(parts: readonly Styled[], between: (at: number) => string = () => ''): Styled {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += between(at);
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}

/** Without blanks at either end, as Telegram would show it; styles shrink with the text. */
export function trimmed({ text, entities }: Styled): Styled {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return {
    text: text.slice(start, Math.max(start, end)),
    entities: entities.flatMap((entity) => {
      const from = Math.max(entity.offset, start);
      const to = Math.min(entity.offset + entity.length, end);
      return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
    }),
  };
}
