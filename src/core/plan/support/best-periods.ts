import { addMonths, monthNumber, type Month } from '../../../model/time.ts';
import { byUnit, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** What every unit won in each complete month of the record; NaN = nothing is recorded. */
export interface WonByMonth {
  readonly months: readonly Month[];
  /** [month][unit] */
  readonly won: readonly Float64Array[];
}

/** Money of the chain and beside it, as goals count it; summed into the teams of each month. */
export function wonByMonth(state: PlanState): WonByMonth {
  const { evidence, chain, plan } = state;
  const { months } = evidence;
  const columns = [chain.result, ...plan.others.keys()].map((key) => evidence.column(key).complete);
  const won = months.map((name, month) => {
    const org = state.orgOf(name);
    return byUnit(
      org,
      org.repKeys.map((_, rep) => knownSum(columns.map((column) => column[rep * months.length + month]!))),
    );
  });
  return { months, won };
}

/** Of what is known; NaN where nothing is. */
const knownSum = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => (Number.isNaN(amount) ? sum : (sum || 0) + amount), NaN);

/** The most that each unit won in so many months on end. */
export interface BestPeriods {
  readonly best: Float64Array;
  /** The last month of it, -1 = the record has no such period. */
  readonly bestMonth: Int32Array;
  /** As much as goes beyond the record: the best period, or in a shorter record as many of its best months. */
  readonly ceiling: Float64Array;
  /** Complete months that each unit's record has. */
  readonly known: Int32Array;
}

export function bestPeriods(org: Org, { won }: WonByMonth, length: number): BestPeriods {
  const units = org.units.length;
  const found = {
    best: new Float64Array(units).fill(NaN),
    bestMonth: new Int32Array(units).fill(-1),
    ceiling: new Float64Array(units).fill(NaN),
    known: new Int32Array(units),
  };
  for (let unit = 0; unit < units; unit++) {
    let [sum, run, highest] = [0, 0, NaN];
    won.forEach((column, month) => {
      const amount = column[unit]!;
      if (Number.isNaN(amount)) {
        [sum, run] = [0, 0];
        return;
      }
      found.known[unit]!++;
      if (!(amount <= highest)) highest = amount;
      sum += amount;
      if (++run > length) sum -= won[month - length]![unit]!;
      if (run < length || sum <= found.best[unit]!) return;
      found.best[unit] = sum;
      found.bestMonth[unit] = month;
    });
    found.ceiling[unit] = Number.isNaN(found.best[unit]) ? highest * length : found.best[unit]!;
  }
  return found;
}

/** What was won a year before each of these months; NaN = the record does not have it. */
export function aYearBefore(org: Org, { months, won }: WonByMonth, of: readonly Month[]): Float64Array[] {
  const first = monthNumber(months[0] ?? '0000-01');
  return of.map(
    (month) =>
      won[monthNumber(addMonths(month, -12)) - first] ?? new Float64Array(org.units.length).fill(NaN),
  );
}
