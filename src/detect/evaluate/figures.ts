import type { Finding } from '../../model.ts';
import type { Labelled } from '../labelled.ts';
import { partnerKey } from '../partners/partnerKey.ts';

export interface Judged {
  readonly item: Labelled;
  readonly finding: Finding;
}

export interface Figures {
  readonly items: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Over the partnerships that were found. */
  readonly partnerF1: number;
  readonly exactPartners: number;
  readonly kind: number;
  readonly stage: number;
  /** Expected calibration error over ten bins of confidence (Guo et al. 2017, §2). */
  readonly calibrationError: number;
}

/** How well findings agree with the readers' labels; borderline items are left out. */
export function figures(judged: readonly Judged[]): Figures {
  const scored = judged.filter(({ item }) => item.label !== 'borderline');
  const yes = scored.filter(({ item }) => item.label === 'yes');
  const flagged = scored.filter(({ finding }) => finding.partnership);
  const hits = yes.filter(({ finding }) => finding.partnership);
  const precision = share(hits.length, flagged.length);
  const recall = share(hits.length, yes.length);
  return {
    items: scored.length,
    precision,
    recall,
    f1: harmonic(precision, recall),
    ...partners(hits),
    kind: share(hits.filter(({ item, finding }) => item.kind === finding.kind).length, hits.length),
    stage: share(hits.filter(({ item, finding }) => item.stage === finding.stage).length, hits.length),
    calibrationError: calibrationError(scored),
  };
}

function partners(hits: readonly Judged[]): Pick<Figures, 'partnerF1' | 'exactPartners'> {
  let named = 0;
  let labelled = 0;
  let common = 0;
  let exact = 0;
  for (const { item, finding } of hits) {
    const found = new Set(finding.partners.map(partnerKey));
    const wanted = new Set((item.partners ?? []).map(partnerKey));
    const both = found.intersection(wanted).size;
    named += found.size;
    labelled += wanted.size;
    common += both;
    if (both === wanted.size && both === found.size) exact += 1;
  }
  return {
    partnerF1: harmonic(share(common, named), share(common, labelled)),
    exactPartners: share(exact, hits.length),
  };
}

function calibrationError(scored: readonly Judged[]): number {
  const bins = Map.groupBy(scored, ({ finding }) => Math.min(9, Math.floor(finding.confidence * 10)));
  let error = 0;
  for (const bin of bins.values()) {
    const said = bin.reduce((sum, { finding }) => sum + finding.confidence, 0);
    const right = bin.filter(({ item }) => item.label === 'yes').length;
    error += Math.abs(said - right);
  }
  return share(error, scored.length);
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
