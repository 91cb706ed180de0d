import type { MonthDiffers, QualityAnswer, QualityQuery } from '../../../model/planning.ts';
import { addMonths, monthsOf } from '../../../model/time.ts';
import { noSales } from '../alerts/no-sale.ts';
import { byUnit, ofReps, repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { hollowMeasures } from './hollow.ts';
import { paceAnswer } from './pace.ts';
import { DayChecks } from './quality-days.ts';

/** Months that are held against their days. */
const MONTHS = 24;

/** What there is to check in what was entered, with its evidence. */
export function qualityAnswer(state: PlanState, { month, unit }: QualityQuery): QualityAnswer {
  const org = state.orgOf(month);
  const top = unit === null ? -1 : (org.index.get(unit) ?? -1);
  const reps = top < 0 ? org.reps.map((_, rep) => rep) : repsUnder(org, top);
  const own = new Set([...reps].map((rep) => org.repKeys[rep]));
  const checks = new DayChecks(state, month, [...reps]);
  const pace = paceAnswer(state, { kind: 'pace', month });
  return {
    kind: 'quality',
    month,
    ...checks.missing(),
    contradictions: checks.contradictions(),
    repeated: checks.repeated(),
    differing: checks.differing(),
    months: monthsThatDiffer(state, [...reps]),
    hollow: hollowMeasures(state, [...reps]),
    noSale: noSales(state).filter(({ unit }) => own.has(unit)),
    units: pace.units,
    measures: pace.measures,
    execution: pace.done.map((done, at) =>
      done.map((value, each) => (pace.due[at]![each]! > 0 ? value / pace.due[at]![each]! : NaN)),
    ),
    ...validShare(state, month),
  };
}

function monthsThatDiffer({ plan, org, running }: PlanState, reps: readonly number[]): MonthDiffers[] {
  if (plan.days.isEmpty) return [];
  const months = monthsOf({ from: addMonths(running, 1 - MONTHS), to: addMonths(running, -1) });
  return [...plan.measures.keys()].flatMap((measure) =>
    months.flatMap((month) => {
      const column = plan.history.column(measure, month);
      return reps.flatMap((rep): MonthDiffers[] => {
        const unit = org.repKeys[rep] ?? '';
        // Its row is a part of such a month, not another opinion of it.
        if (plan.days.isBegunWithin(unit, month)) return [];
        const [sum, row] = [column.get(unit), plan.history.rowOf(measure, { unit, month })];
        if (sum === undefined || row === null || Math.abs(row - sum) < 0.5) return [];
        return [{ unit, month, measure, row, sum }];
      });
    }),
  );
}

/** What of the work was worth it: the last measure of the first run of shares, of the first. */
function validShare(state: PlanState, month: string): Pick<QualityAnswer, 'valid' | 'validOf'> {
  const { plan } = state;
  const org = state.orgOf(month);
  const measures = [...plan.measures.values()].sort((a, b) => a.order - b.order);
  const [whole] = measures;
  const end = measures.findIndex(({ step }, at) => at > 0 && step !== 'share');
  const part = measures[(end < 0 ? measures.length : end) - 1];
  const none = { valid: new Float64Array(org.units.length).fill(NaN), validOf: null };
  if (!whole || !part || part === whole) return none;
  const column = (measure: string) => byUnit(org, ofReps(org, plan.history.column(measure, month), NaN));
  const [all, some] = [column(whole.key), column(part.key)];
  return { valid: all.map((count, at) => some[at]! / count), validOf: { whole: whole.key, part: part.key } };
}
