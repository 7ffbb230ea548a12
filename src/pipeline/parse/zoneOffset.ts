/**
 * The offset from UTC, in minutes, that a zone's name or IANA identifier means at a local time
 * (epoch milliseconds as if it were UTC); undefined for a name nobody knows.
 */
export function zoneOffset(name: string, localTime: number): number | undefined {
  const hours = abbreviations[name];
  if (hours !== undefined) return hours * 60;
  return /[/\d]/u.test(name) ? ianaOffset(name, localTime) : undefined;
}

// Where an abbreviation has several meanings, the one that publishers of feeds mean.
// The single letters are RFC 822's, which had them the wrong way round; feeds copy it.
const abbreviations: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  a: -1,
  n: 1,
  m: -12,
  y: 12,
  nst: -3.5,
  ndt: -2.5,
  adt: -3,
  ast: -4,
  at: -4,
  edt: -4,
  est: -5,
  et: -5,
  cdt: -5,
  cst: -6,
  ct: -6,
  mdt: -6,
  mst: -7,
  mt: -7,
  pdt: -7,
  pst: -8,
  pt: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
  hdt: -9,
  brt: -3,
  brst: -2,
  art: -3,
  clt: -4,
  clst: -3,
  cot: -5,
  pet: -5,
  vet: -4,
  bst: 1,
  west: 1,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  wat: 1,
  cat: 2,
  eat: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  idt: 3,
  gst: 4,
  irst: 3.5,
  pkt: 5,
  ist: 5.5,
  npt: 5.75,
  ict: 7,
  wib: 7,
  hkt: 8,
  sgt: 8,
  myt: 8,
  pht: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
});

function ianaOffset(zone: string, localTime: number): number | undefined {
  const atGuess = offsetAt(zone, localTime);
  // The guess read the wall clock as UTC; a second look at the instant it leads to is right but near a change.
  return atGuess === undefined ? undefined : offsetAt(zone, localTime - atGuess * 60_000);
}

function offsetAt(timeZone: string, instant: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return undefined;
  }
}
