/** Limits that stand only in the prose of https://core.telegram.org/bots/api. */
const longestText = 4096;
const mostEntities = 100;
const longestButtonData = 64;
const mostCommands = 100;
const longestCaption = 1024;
const longestToast = 200;
/** What Telegram's servers refuse beyond: https://core.telegram.org/method/messages.sendMessage (REPLY_MARKUP_TOO_LONG). */
const mostButtons = 100;
const mostButtonsInRow = 8;

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

/** What a request breaks of the prose rules, as sentences; its shape has been checked before. */
export function againstRules(method: string, payload: Readonly<Record<string, unknown>>): readonly string[] {
  const { text, entities, parse_mode: parseMode, reply_markup: markup, commands, scope } = payload;
  const faults: string[] = [];
  if (typeof text === 'string') {
    if (text.length > longestText)
      faults.push(`text has ${text.length} characters, ${longestText} are allowed`);
    if (text !== text.trim() || text === '') faults.push('text is empty or begins or ends with blanks');
    if (!text.isWellFormed()) faults.push('text holds half of a surrogate pair');
    if (Array.isArray(entities)) faults.push(...againstEntityRules(text, entities));
    if (entities !== undefined && parseMode !== undefined)
      faults.push('entities and parse_mode exclude each other');
  }
  if (method === 'setMyCommands' && Array.isArray(commands)) faults.push(...againstCommandRules(commands));
  const { caption } = payload;
  if (typeof caption === 'string' && caption.length > longestCaption)
    faults.push(`the caption has ${caption.length} characters, ${longestCaption} are allowed`);
  if (method === 'answerCallbackQuery' && typeof text === 'string' && text.length > longestToast)
    faults.push(`the pop-up has ${text.length} characters, ${longestToast} are allowed`);
  if (scope !== undefined) faults.push(...againstScopeRules(scope));
  if (markup !== undefined) faults.push(...againstButtonRules(markup));
  return faults.map((fault) => `${method}: ${fault}`);
}

function againstEntityRules(text: string, entities: readonly Entity[]): readonly string[] {
  const faults = entities.length > mostEntities ? [`${entities.length} entities, ${mostEntities} count`] : [];
  for (const [at, entity] of entities.entries()) {
    const name = `entity ${at} (${entity.type} ${entity.offset}+${entity.length})`;
    const end = entity.offset + entity.length;
    if (entity.offset < 0 || entity.length <= 0 || end > text.length)
      faults.push(`${name} is outside of the text`);
    if (splitsPair(text, entity.offset) || splitsPair(text, end))
      faults.push(`${name} splits a surrogate pair`);
    if (text.slice(entity.offset, end).trim() === '') faults.push(`${name} covers nothing visible`);
    if (entity.type === 'text_link' && !/^(?:https?|tg):\/\//u.test(entity.url ?? '')) {
      faults.push(`${name} leads to "${entity.url}"`);
    }
    for (const other of entities.slice(at + 1)) {
      if (clash(entity, other))
        faults.push(`${name} clashes with ${other.type} ${other.offset}+${other.length}`);
    }
  }
  return faults;
}

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Telegram repairs these silently, so styling would be lost. */
function clash(one: Entity, other: Entity): boolean {
  const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
  const firstEnd = first.offset + first.length;
  if (second.offset >= firstEnd) return false;
  const same = first.offset === second.offset;
  if (!same && second.offset + second.length > firstEnd) return true;
  const types = [one.type, other.type];
  if (types.some((type) => type === 'code' || type === 'pre')) return !types.includes('blockquote');
  return one.type === other.type;
}

function againstCommandRules(
  commands: readonly { command: string; description: string }[],
): readonly string[] {
  const faults =
    commands.length > mostCommands ? [`${commands.length} commands, ${mostCommands} are allowed`] : [];
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) faults.push(`"${command}" cannot be a command`);
    if (description.length < 1 || description.length > 256)
      faults.push(`the description of ${command} is too long or empty`);
  }
  return faults;
}

const scopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const chatScopes = ['chat', 'chat_administrators', 'chat_member'];

function againstScopeRules(scope: unknown): readonly string[] {
  const { type, chat_id: chat } = scope as { type?: string; chat_id?: unknown };
  const known = (chat === undefined ? scopes : chatScopes).includes(type ?? '');
  return known ? [] : [`there is no scope ${JSON.stringify(scope)}`];
}

function againstButtonRules(markup: unknown): readonly string[] {
  const { inline_keyboard: rows = [] } = markup as {
    inline_keyboard?: { text: string; callback_data?: string; url?: string }[][];
  };
  const crowded = rows.flat().length > mostButtons || rows.some(({ length }) => length > mostButtonsInRow);
  const bare = rows.some(({ length }) => length === 0);
  return [
    ...(crowded ? ['there are more buttons than fit'] : []),
    ...(bare ? ['a row of buttons is empty'] : []),
    ...rows
      .flat()
      .flatMap(({ text, callback_data: data, url }) => [
        ...(text === '' ? ['a button has no text'] : []),
        ...(data !== undefined && (data === '' || Buffer.byteLength(data) > longestButtonData)
          ? [`callback_data has ${Buffer.byteLength(data)} bytes, 1 to ${longestButtonData} are allowed`]
          : []),
        ...(Number(data !== undefined) + Number(url !== undefined) === 1
          ? []
          : [`"${text}" does not do one thing`]),
      ]),
  ];
}
