const suffixes = new Set(
  'inc incorporated corp corporation co company ltd limited llc plc gmbh ag se sa sas spa srl nv bv ab oy oyj as asa kk kg pte pty holdings holding'.split(
    ' ',
  ),
);

/** What two spellings of one company's name have in common: case, width, accents, punctuation and legal suffixes gone. */
export function companyKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) words.pop();
  return words.join('') || name.trim().toLowerCase();
}
