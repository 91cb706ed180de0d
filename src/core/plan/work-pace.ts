import { dayNumber, dayOf, monthOfDay } from '../../model/time.ts';
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

/** Paces from the days of the last while, where enough are entered, else from the complete months of the history. */
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
  const runs = state.plan.days.has(measure) ? lastRuns(state) : [];
  const daily = Array.from(org.repKeys.keys(), (rep) => lastDays(state, measure, rep, runs));
  const usual = Float64Array.from(rates, (months, rep) => daily[rep]?.usual ?? usualPace(months));
  const best = Float64Array.from(rates, (months, rep) => daily[rep]?.best ?? provenBest(months));
  return { usual, best, taken: takenPaces(usual, org.levels.at(-1)) };
}

/** How far back days tell the pace, and how many of them it takes. */
const DAYS = 60;
const ENOUGH = 10;

/** Weights of the days of the last while, by rep: one run of days for each month that they lie in. */
interface Run {
  readonly weights: readonly Float64Array[];
  /** Offset in the month of the run's first day, its day number, and how many days it has. */
  readonly offset: number;
  readonly first: number;
  readonly length: number;
}

function lastRuns(state: PlanState): Run[] {
  const end = dayNumber(state.asOf);
  const runs: Run[] = [];
  for (let day = end - DAYS; day < end;) {
    const month = state.month(monthOfDay(dayOf(day), state.plan.settings.cutoffDay));
    const offset = day - month.days.first;
    const length = Math.min(end - day, month.days.length - offset);
    runs.push({ weights: month.weights, offset, first: day, length });
    day += length;
  }
  return runs;
}

/** Entered working days before today: the median, and the 90th percentile; null = too few. */
function lastDays(
  { plan, org }: PlanState,
  measure: string,
  rep: number,
  runs: readonly Run[],
): { readonly usual: number; readonly best: number } | null {
  const unit = org.repKeys[rep] ?? '';
  const { person, system } = plan.days.entries(measure, unit);
  if (person.size + system.size < ENOUGH) return null;
  const rates = runs.flatMap(({ weights, offset, first, length }) => {
    const column = plan.days.column(measure, unit, first, length) ?? new Float64Array(0);
    return Array.from(column, (value, at) => value / (weights[rep]?.[offset + at] ?? 0));
  });
  const worked = Float64Array.from(rates.filter(Number.isFinite));
  return worked.length < ENOUGH ? null : { usual: quantile(worked, 0.5), best: provenBest(worked) };
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
