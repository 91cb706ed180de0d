import { quantile } from '../stats/quantile.ts';
import { provenBest, usualPace, type DailyRates } from '../odds/pace.ts';
import type { PlanState } from './plan-state.ts';
import { weightsFrom } from './rep-months.ts';

/** What each rep does of a measure a working day: as usual, and at the proven best. NaN = nothing is known. */
export interface Pace {
  readonly usual: Float64Array;
  readonly best: Float64Array;
  /** The usual pace as a team's sum takes it: who has no record yet goes at the median pace of the own team. */
  readonly taken: Float64Array;
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
  const usual = Float64Array.from(rates, usualPace);
  return { usual, best: Float64Array.from(rates, provenBest), taken: takenPaces(usual, org.levels.at(-1)) };
}

/** A newcomer's ratios are the team's until there is a record, and so is the pace; the company's where a team has none. */
function takenPaces(usual: Float64Array, teams: Int32Array | undefined): Float64Array {
  if (!usual.some(Number.isNaN)) return usual;
  const median = (of: (rep: number) => boolean): number =>
    quantile(
      usual.filter((pace, rep) => !Number.isNaN(pace) && of(rep)),
      0.5,
    );
  const company = median(() => true);
  const byTeam = new Map<number, number>();
  const ofTeam = (team: number): number => {
    const known = byTeam.get(team) ?? median((rep) => teams?.[rep] === team);
    byTeam.set(team, known);
    return known;
  };
  return usual.map((pace, rep) => {
    if (!Number.isNaN(pace)) return pace;
    const team = ofTeam(teams?.[rep] ?? -1);
    return Number.isNaN(team) ? company : team;
  });
}
