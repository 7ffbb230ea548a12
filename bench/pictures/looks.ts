import type { FakeMessage } from '../../tests/fakes/discord/world.ts';
import type { SentMessage } from '../../tests/fakes/telegram/chats.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const page = (style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0 }
  body { font: 16px/1.375 "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", sans-serif; display: inline-block }
  ${style}</style><body>${body}</body>`;

/** A message as Discord's dark theme shows it: one embed with its coloured edge. */
export function discordLook({ embeds: [embed] }: FakeMessage): string {
  const colour = `#${(embed?.color ?? 0).toString(16).padStart(6, '0')}`;
  return page(
    `body { background: #313338; color: #dbdee1; padding: 18px 22px; width: 600px }
    .who { display: flex; gap: 16px } .face { width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff;
      display: grid; place-items: center; font-weight: 700; flex: none }
    .name { font-weight: 600; color: #f2f3f5 } .tag { background: #5865f2; color: #fff; font-size: 10px; border-radius: 3px; padding: 1px 4px; margin-left: 4px }
    .embed { background: #2b2d31; border-left: 4px solid ${colour}; border-radius: 4px; padding: 12px 16px; margin-top: 6px; font-size: 14px; line-height: 1.45 }
    .title { font-weight: 600; font-size: 16px; color: #00a8fc; margin-bottom: 8px } a { color: #00a8fc; text-decoration: none }
    small { color: #949ba4; font-size: 12px } b { color: #f2f3f5 }`,
    `<div class="who"><div class="face">P</div><div style="flex:1"><span class="name">Pactwire</span><span class="tag">APP</span>
    <div class="embed"><div class="title">${inline(embed?.title ?? '')}</div>${blocks(embed?.description ?? '')}</div></div></div>`,
  );
}

const blocks = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line.startsWith('-# ') ? `<small>${inline(line.slice(3))}</small>` : inline(line)))
    .join('<br>');

/** The part of Discord's markdown that our posts use: links, bold, backslashes. */
const inline = (markdown: string): string =>
  escaped(markdown)
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)/gu, '<a href="$2">$1</a>')
    .replaceAll(/(?<!\\)\*\*((?:\\.|[^*\\])+)\*\*/gu, '<b>$1</b>')
    .replaceAll(/\\(?=[^\w\s])/gu, '');

/** A message as Telegram's light theme shows it: a bubble, with what is tappable in blue. */
export function telegramLook({ text, entities }: SentMessage): string {
  return page(
    `body { background: #b7d2a8 linear-gradient(135deg, #d4e3b0, #9cc7a6); padding: 18px; width: 560px }
    .bubble { background: #fff; border-radius: 14px 14px 14px 4px; padding: 9px 14px 7px; font-size: 15px; white-space: pre-wrap; box-shadow: 0 1px 1px #0002 }
    .name { color: #c03d33; font-weight: 600; font-size: 14px } a { color: #168acd; text-decoration: none } time { float: right; color: #a0acb6; font-size: 12px; margin-top: 6px }`,
    `<div class="bubble"><div class="name">Pactwire</div>${styled(text, entities)}<time>12:04</time></div>`,
  );
}

const marks: Readonly<Record<string, string>> = { bold: 'b', italic: 'i', code: 'code', blockquote: 'q' };

/** Entities count UTF-16 units and nest, so every place is asked which of them open and close there. */
function styled(text: string, entities: SentMessage['entities']): string {
  let html = '';
  for (let at = 0; at <= text.length; at += 1) {
    for (const one of entities.toReversed()) if (one.offset + one.length === at) html += closing(one.type);
    for (const one of entities) if (one.offset === at) html += opening(one);
    html += escaped(text.charAt(at));
  }
  return html;
}

const opening = ({ type, url }: SentMessage['entities'][number]): string =>
  type === 'text_link' ? `<a href="${escaped(url ?? '')}">` : marks[type] ? `<${marks[type]}>` : '';
const closing = (type: string): string =>
  type === 'text_link' ? '</a>' : marks[type] ? `</${marks[type]}>` : '';
