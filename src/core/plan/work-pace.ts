import { provenBest, usualPace, type DailyRates } from '../odds/pace.ts';
import type { PlanState } from './plan-state.ts';
import { weightsFrom } from './rep-months.ts';

/** What each rep does of a measure a working day: as usual, and at the proven best. NaN = nothing is known. */
export interface Pace {
  readonly usual: Float64Array;
  readonly best: Float64Array;
}

/** Paces from the complete months of the history. */
export function paceOf(state: PlanState, measure: string): Pace {
  const { evidence, org } = state;
  const { complete } = evidence.column(measure);
  const months = evidence.months.length;
  const days = evidence.months.map((month) => weightsFrom(state.month(month).weights, 0));
  const rates = Array.from(org.repKeys.keys(), (rep): DailyRates =>
    Float64Array.from(days, (ofReps, month) => {
      const worked = ofReps[rep] ?? 0;
      return worked > 0 ? (complete[rep * months + month] ?? NaN) / worked : NaN;
    }),
  );
  return {
    usual: Float64Array.from(rates, usualPace),
    best: Float64Array.from(rates, provenBest),
  };
}
