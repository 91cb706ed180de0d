import type { ForecastAnswer, ForecastQuery } from '../../../model/planning.ts';
import { endAtPace, expectedOf, highOf, lowOf, type End } from '../month-end.ts';
import { chanceOf, monthOdds, paceWork } from '../odds-of-month.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { tierOutlooks } from '../tier-outlook.ts';

/** Where each unit will stand at the end of the month at its usual pace, and the tier that makes. */
export function forecastAnswer(state: PlanState, { month }: ForecastQuery): ForecastAnswer {
  const given = monthOdds(state, month);
  const { org, chain } = given;
  const units = Array.from(org.units.keys());
  const ends = units.map((unit) => endAtPace(given, unit));
  const column = (of: (end: End) => number): Float64Array =>
    Float64Array.from(ends, (end) => (end ? of(end) : NaN));
  return {
    kind: 'forecast',
    month,
    units: org.units.map(({ key }) => key),
    goal: byUnit(org, chain.goal),
    won: column(({ won }) => won),
    expected: column(expectedOf),
    low: column(lowOf),
    high: column(highOf),
    chance: Float64Array.from(units, (unit) => chanceOf(given, unit, paceWork(given, unit))),
    tiers: tierOutlooks(state, month, given),
  };
}
