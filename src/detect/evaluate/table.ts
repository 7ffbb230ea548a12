import { figures, type Figures, type Judged } from './figures.ts';

const columns: readonly (readonly [heading: string, value: (row: Figures) => string])[] = [
  ['items', ({ items }) => String(items)],
  ['precision', ({ precision }) => percent(precision)],
  ['recall', ({ recall }) => percent(recall)],
  ['F1', ({ f1 }) => percent(f1)],
  ['partner F1', ({ partnerF1 }) => percent(partnerF1)],
  ['exact', ({ exactPartners }) => percent(exactPartners)],
  ['kind', ({ kind }) => percent(kind)],
  ['stage', ({ stage }) => percent(stage)],
  ['calibration error', ({ calibrationError }) => percent(calibrationError)],
];

/** The figures over all, by language and by sample, and the mistakes that were made with most confidence. */
export function table(judged: readonly Judged[], mistakes = 20): string {
  const rows: (readonly [string, readonly Judged[]])[] = [
    ['all', judged],
    ...group(judged, ({ item }) => item.language ?? 'not said'),
    ['not English', judged.filter(({ item }) => (item.language ?? 'en') !== 'en')],
    ...group(judged, ({ item }) => item.sample),
  ];
  const cells = rows.map(([name, of]) => [name, ...columns.map(([, value]) => value(figures(of)))]);
  return `${aligned([['', ...columns.map(([heading]) => heading)], ...cells])}\n\nWorst mistakes\n${worst(judged, mistakes)}\n`;
}

function group(judged: readonly Judged[], by: (one: Judged) => string): [string, Judged[]][] {
  return [...Map.groupBy(judged, by)].toSorted(([, a], [, b]) => b.length - a.length);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
    )
    .map((row) => row.join('  '))
    .join('\n');
}

function worst(judged: readonly Judged[], mistakes: number): string {
  return judged
    .filter(({ item }) => item.label !== 'borderline')
    .filter(({ item, finding }) => (item.label === 'yes') !== finding.partnership)
    .toSorted((a, b) => wrongness(b) - wrongness(a))
    .slice(0, mistakes)
    .map(({ item, finding }) => {
      const kind = finding.partnership ? 'false alarm' : 'missed     ';
      return `  ${kind} ${percent(finding.confidence).padStart(5)}  ${item.language ?? '  '}  ${item.title}`;
    })
    .join('\n');
}

const wrongness = ({ item, finding }: Judged): number =>
  item.label === 'yes' ? 1 - finding.confidence : finding.confidence;
const percent = (value: number): string => (100 * value).toFixed(1);
