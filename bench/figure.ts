/** What people would take instead, measured beside ours in the same run. */
export interface Instead {
  readonly of: string;
  readonly value: string;
}

/** Begins the lines that `bench/run.ts` collects into README's table. */
export const mark = '= ';

/** One row of README's table; `bar` is what we hold ourselves to. */
export function figure(
  what: string,
  ours: string,
  more: { readonly bar?: string; readonly instead?: Instead } = {},
): void {
  const instead = more.instead ? `${more.instead.value} (${more.instead.of})` : '';
  console.log(`${mark}| ${what} | ${ours} | ${more.bar ?? ''} | ${instead} |`);
}

const grouped = (number: number, digits = 0): string =>
  number.toLocaleString('en', { maximumFractionDigits: digits });

export const asMs = (value: number): string =>
  value >= 10_000
    ? `${grouped(value / 1_000, 1)} s`
    : value >= 10
      ? `${grouped(value)} ms`
      : `${grouped(value, 2)} ms`;
export const asMb = (value: number): string => `${grouped(value)} MB`;
export const asTimes = (value: number): string => `× ${grouped(value, 2)}`;
export const asCount = (value: number): string => grouped(value);
