type Body = Readonly<Record<string, unknown>>;

/** What Discord's documentation demands of a message and its schema does not (resources/message). */
export function messageProblems(body: Body): readonly string[] {
  const problems: string[] = [];
  const content = typeof body['content'] === 'string' ? body['content'] : '';
  const embeds = list(body['embeds']);
  if (Array.from(content).length > 2_000) problems.push('content is longer than 2000 characters');
  if (!('allowed_mentions' in body))
    problems.push('allowed_mentions is missing: everybody could be mentioned');
  const total = embeds.map(embedLength).reduce((sum, length) => sum + length, 0);
  if (total > 6_000) problems.push(`the embeds hold ${total} characters, more than 6000`);
  for (const embed of embeds) problems.push(...embedProblems(embed));
  const urls = embeds.map((embed) => embed['url']).filter((url) => url !== undefined);
  if (new Set(urls).size < urls.length) problems.push('embeds share a url: only the first would show');
  problems.push(...componentProblems(list(body['components'])));
  const ids = list(body['components']).flatMap(customIds);
  if (new Set(ids).size < ids.length) problems.push('custom_id is used twice');
  return problems;
}

/** Limits of components that the schema does not tie together (components/reference). */
function componentProblems(rows: readonly Body[]): readonly string[] {
  const problems = rows.length > 5 ? [`${rows.length} rows of components, more than 5`] : [];
  for (const row of rows) {
    const inside = list(row['components']);
    if (inside.length === 0) problems.push('an empty row of components');
    if (inside.length > 5) problems.push(`${inside.length} buttons in a row, more than 5`);
    if (inside.length > 1 && inside.some(({ type }) => type !== 2)) problems.push('a menu shares its row');
    for (const { options } of inside) {
      const values = list(options).map(({ value }) => value);
      if (new Set(values).size < values.length) problems.push('a menu has two choices of one value');
    }
  }
  return problems;
}

/** Nothing that a person could see. */
export const isEmpty = (body: Body): boolean =>
  !text(body['content']) &&
  list(body['components']).length === 0 &&
  list(body['embeds']).every((embed) => embedLength(embed) === 0 && !embed['image'] && !embed['thumbnail']);

/** What Discord refuses in slash commands beyond the schema (interactions/application-commands). */
export function commandProblems(body: Body): readonly string[] {
  const problems: string[] = [];
  const options = list(body['options']);
  for (const option of options) if (option['type'] === 1) problems.push(...commandProblems(option));
  for (const { name } of [body, ...options]) {
    if (
      !/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(text(name)) ||
      text(name) !== text(name).toLowerCase()
    )
      problems.push(`"${text(name)}" is no name for a command or an option`);
  }
  if (!text(body['description'])) problems.push(`${text(body['name'])} has no description`);
  const names = options.map(({ name }) => name);
  if (new Set(names).size < names.length) problems.push(`${text(body['name'])} has two options of one name`);
  const required = options.map((option) => option['required'] === true);
  if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false))
    problems.push(`${text(body['name'])}: required options must come first`);
  if (spelled(body) > 8_000) problems.push(`${text(body['name'])} spells more than 8000 characters`);
  return problems;
}

const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (value: unknown, key: string): unknown => (value as Body | undefined)?.[key];

/** Discord trims before it counts, and counts code points. */
const length = (value: unknown): number => Array.from(text(value).trim()).length;

const embedLength = (embed: Body): number =>
  length(embed['title']) +
  length(embed['description']) +
  length(part(embed['footer'], 'text')) +
  length(part(embed['author'], 'name')) +
  list(embed['fields']).reduce((sum, { name, value }) => sum + length(name) + length(value), 0);

function* embedProblems(embed: Body): Generator<string> {
  for (const url of [embed['url'], part(embed['image'], 'url'), part(embed['thumbnail'], 'url')]) {
    if (url === undefined || text(url).startsWith('attachment://')) continue;
    const parsed = URL.parse(text(url));
    if (!parsed || !/^https?:$/u.test(parsed.protocol) || !/[.:]/u.test(parsed.hostname))
      yield `"${text(url)}" is not a well formed URL`;
  }
}

const customIds = (component: Body): readonly unknown[] => [
  ...('custom_id' in component ? [component['custom_id']] : []),
  ...list(component['components']).flatMap(customIds),
];

const spelled = (command: Body): number =>
  length(command['name']) +
  length(command['description']) +
  list(command['options']).reduce((sum, option) => sum + spelled(option), 0) +
  list(command['choices']).reduce((sum, { name, value }) => sum + length(name) + String(value).length, 0) +
  longest(command['description_localizations']) -
  Math.min(length(command['description']), longest(command['description_localizations']));

/** Only the longest language counts. */
const longest = (texts: unknown): number =>
  Math.max(0, ...Object.values((texts ?? {}) as Body).map((one) => length(one)));
