import type { StepLag } from '../lag/lag-curve.ts';
import { REVENUE, type Measure, type StepKind } from '../../model/records/measure.ts';

/** One step of the chain as it is planned with: possibly several of the template's, merged. */
export interface Step {
  /** The measure that the step leads to, and the one that it comes from. */
  readonly measure: string;
  readonly from: string;
  readonly kind: StepKind;
  /** The template's default ratio; null = none. */
  readonly assumed: number | null;
  /** The plan cuts the chain here. */
  readonly unset: boolean;
  /** The count of contracts behind a yield's money: the last count before it in the chain; null = none. */
  readonly events: string | null;
  /** How long each of the steps in it takes; those without a lag are left out. */
  readonly lags: readonly StepLag[];
}

export interface Chain {
  /** The measure that goals are set in. */
  readonly result: string;
  /** From the result back to the work. */
  readonly steps: readonly Step[];
}

/**
 * The chain that the data has: measures by order up to the result, those without any history left out, their steps
 * merged (no pipeline: intents → revenue is one value step). With no history for any step, the template's whole chain.
 */
export function chainOf(all: Iterable<Measure>, hasData: (measure: string) => boolean): Chain {
  const measures = upToResult([...all].sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1)));
  const result = measures.at(-1)?.key ?? REVENUE;
  const known = measures.filter(({ key }) => key === result || hasData(key));
  const kept = known.length > 1 ? known : measures;
  const steps = kept.slice(1).map((to, at) => mergedStep(measures, kept, at, to));
  return { result, steps: steps.reverse() };
}

function upToResult(measures: readonly Measure[]): readonly Measure[] {
  const end = measures.findIndex(({ key }) => key === REVENUE);
  return end < 0 ? measures : measures.slice(0, end + 1);
}

function mergedStep(measures: readonly Measure[], kept: readonly Measure[], at: number, to: Measure): Step {
  const from = kept[at] ?? to;
  const parts = measures.slice(measures.indexOf(from) + 1, measures.indexOf(to) + 1);
  return {
    measure: to.key,
    from: from.key,
    kind: mergedKind(from, to, parts),
    assumed: parts.reduce<number | null>(
      (product, { assumed }) => (product === null || assumed === null ? null : product * assumed),
      1,
    ),
    unset: parts.some(({ step }) => step === null),
    events: kept.slice(0, at + 1).findLast(({ unit }) => unit === 'count')?.key ?? null,
    lags: parts.flatMap(({ lagMedian, lag90 }) =>
      lagMedian > 0 ? [{ median: lagMedian, ninety: lag90 }] : [],
    ),
  };
}

function mergedKind(from: Measure, to: Measure, parts: readonly Measure[]): StepKind {
  if (to.unit === 'money') return from.unit === 'money' ? 'yield' : 'value';
  return parts.every(({ step }) => step === 'share') ? 'share' : 'rate';
}
