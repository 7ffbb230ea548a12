/** The entries of a list that a person wrote, joined by commas of any script. */
export const listed = (written: string | number | undefined): readonly string[] =>
  String(written ?? '')
    .split(/[,，、;；]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Completes the last entry of a list that is being typed. */
export function completing(typed: string, all: readonly string[]): readonly string[] {
  const at = (/[,，、;；](?=[^,，、;；]*$)/u.exec(typed)?.index ?? -1) + 1;
  const [before, last] = [typed.slice(0, at), typed.slice(at).trim().toLowerCase()];
  const taken = listed(before).map((one) => one.toLowerCase());
  return all
    .filter((one) => one.toLowerCase().includes(last) && !taken.includes(one.toLowerCase()))
    .map((one) => (before === '' ? one : `${before} ${one}`));
}
