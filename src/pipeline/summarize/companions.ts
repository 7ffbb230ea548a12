/**
 * Where a language gives every noun the look of a name, or no noun any look, names that nobody knows betray themselves
 * by their company: what is joined to a known name by "and" or "with" is a name too.
 */

const word = String.raw`\p{Lu}[\p{L}\p{N}.&’'-]*[\p{L}\p{N}]`;
const german = `${word}(?:\\s${word}){0,2}`;
const chinese = String.raw`[\p{Script=Han}·]{2,8}?`;
const japanese = String.raw`[\p{Script=Han}\p{Script=Katakana}ー・]{2,14}`;
const korean = String.raw`[\p{Script=Hangul}]{2,10}?`;
const nextChinese =
  '(?=将|将在|在|共同|宣布|合作|签|达成|就|一起|联合|联手|携手|展开|推出|开发|研发|建立|成立|组建|，|。|、|和|与|及)';

/** By language: what stands around a name beside a `known` one; the name is the only group. */
const beside: Readonly<Record<string, (known: string) => readonly string[]>> = {
  de: (known) => [
    `${known}\\s(?:und|sowie|&)\\s(${german})`,
    `${known},\\s(${german})(?=(?:,\\s${german})*\\s(?:und|sowie|&)\\s)`,
    `(?:^|[.!?]\\s|\\b(?:zwischen|von)\\s)(${german})\\s(?:und|sowie|&)\\s${known}`,
    `${known}[^.!?]{0,60}\\smit\\s(?!${german}(?:en|er|n|e|s|ung|heit|keit|schaft|ion|tät|ik|ment)\\b)(${german})`,
  ],
  zh: (known) => [
    `${known}\\s?(?:与|和|及|跟|同|、|携手|联手|联合)\\s?(${chinese})${nextChinese}`,
    `(?:^|。|，)(${chinese})\\s?(?:与|和|及|跟|同|、|携手|联手|联合)\\s?${known}`,
  ],
  ja: (known) => [
    `${known}\\s?(?:と|、|や|および|及び)\\s?(${japanese})(?=は|が|と|も|の|、|及び|および)`,
    `(?:^|。|、)(${japanese})(?:と|、|や|および|及び)\\s?${known}`,
  ],
  ko: (known) => [
    `${known}\\s?(?:와|과|,|및)\\s?(${korean})(?=는|은|이|가|와|과|,)`,
    `(?:^|\\.\\s)(${korean})(?:와|과|,|\\s및)\\s?${known}`,
  ],
};

/** What is said of partners without naming any. */
const nobody =
  /^(?:(?:Partner|Firmen|Unternehmen|Kunden|Sitz|Blick|Hilfe|Erfolg|Start|Beginn|Strom|Ausnahme)\b|合作伙伴|伙伴|双方|对方|客户|其|该|多家|企业|公司|両社|同社|共同|パートナー|提携先|各社|양사|파트너)/u;

/** Names that stand beside those of `names`, in languages where nothing else tells them from words. */
export function companions(text: string, names: readonly string[], language: string): readonly string[] {
  const patterns = beside[language];
  const known = names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name));
  if (!patterns || known.length === 0) return [];
  return patterns(`(?:${known.join('|')})`)
    .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'gu'))])
    .flatMap(([, name]) => (name === undefined || nobody.test(name) ? [] : [name]));
}
