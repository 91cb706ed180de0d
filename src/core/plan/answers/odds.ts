import type { OddsAnswer, OddsQuery } from '../../../model/planning.ts';
import { chanceOf, monthOdds, paceByUnit, paceWork, sumOverGoals, takenByUnit } from '../odds-of-month.ts';
import type { PlanState } from '../plan-state.ts';

/** The chance of every unit's goal in a month, at the usual pace and by the quota. */
export function oddsAnswer(state: PlanState, { month }: OddsQuery): OddsAnswer {
  const given = monthOdds(state, month);
  const { org, chain, pace } = given;
  const quota = chain.columns.requirement.at(-1);
  const units = Array.from(org.units.keys());
  return {
    kind: 'odds',
    month,
    units: org.units.map(({ key }) => key),
    atPace: Float64Array.from(units, (unit) => chanceOf(given, unit, paceWork(given, unit))),
    atQuota: Float64Array.from(units, (unit) => chanceOf(given, unit, (rep) => quota?.[rep] ?? NaN)),
    pace: paceByUnit(given),
    taken: takenByUnit(given),
    best: sumOverGoals(given, pace.best),
  };
}
