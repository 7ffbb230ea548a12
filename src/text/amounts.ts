const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillion|tn|t|billionen|billones|万亿|兆)$/u, 1e12],
  [/^(?:billion|bn|b|milliarden?|mrd|milliards?|mil millones|млрд)$/u, 1e9],
  [/^(?:million|millions|mn|m|mio|millionen|millones|млн)$/u, 1e6],
  [/^(?:亿|億)$/u, 1e8],
  [/^(?:crore|crores|cr)$/u, 1e7],
  [/^(?:lakh|lakhs)$/u, 1e5],
  [/^(?:万|萬)$/u, 1e4],
  [/^(?:thousand|k)$/u, 1e3],
];
const pattern =
  /(?<sign>[$€£¥₹₩]\s?)?(?<number>\d+(?:[.,]\d+)*)[\s-]?(?<scale>trillion|tn|billion(?:en)?|bn|milliarden?|mrd|milliards?|mil millones|millions?|millionen|millones|mio|mn|crores?|cr|lakhs?|млрд|млн|万亿|亿|億|兆|万|萬|[tbmk](?![\p{L}]))?(?<unit>\s?(?:%|percent|mw|gw|gwh|mwh|fps|gigawatts?|megawatts?|years?|jahre|ans|años|年))?/giu;

/** The quantities a text names, each as one number whatever it is written like: "$2.25bn" and "2.25 billion" are 2250000000. */
export function amounts(text: string): string[] {
  const found: string[] = [];
  for (const { groups } of text.toLowerCase().matchAll(pattern)) {
    const { sign, number = '', scale, unit } = groups ?? {};
    const value = valueOf(number, scale !== undefined);
    if (!Number.isFinite(value)) continue;
    if (sign === undefined && scale === undefined && unit === undefined) continue;
    const factor = scales.find(([names]) => names.test(scale ?? ''))?.[1] ?? 1;
    found.push(`${value * factor}${kindOf(unit)}`);
  }
  return found;
}

/** Three digits after a comma are thousands; after a point they are when nothing like "billion" follows. */
function valueOf(number: string, isScaled: boolean): number {
  const thousands = isScaled ? /,(?=\d{3}(?!\d))/gu : /[.,](?=\d{3}(?!\d))/gu;
  return Number(number.replaceAll(thousands, '').replace(',', '.'));
}

function kindOf(unit = ''): string {
  const name = unit.trim();
  if (name.startsWith('g') || name === 'gigawatt') return 'gw';
  if (name.startsWith('m')) return 'mw';
  if (name === 'percent') return '%';
  return /^(?:year|jahr|an|año|年)/u.test(name) ? 'y' : name;
}
