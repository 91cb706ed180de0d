import { MONTH_MADE_OF, type HistoryAnswer, type HistoryQuery } from '../../../model/planning.ts';
import { FIGURES } from '../../../model/records/other.ts';
import { monthsOf, type Month } from '../../../model/time.ts';
import { byUnit, ofReps } from '../org.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';

/** What was counted in a span, from the work to the result, then what comes in beside it; sums above the reps. */
export function historyAnswer(state: PlanState, { span }: HistoryQuery): HistoryAnswer {
  const { org, plan } = state;
  const months = monthsOf(span);
  const chain = [...plan.measures.values()].sort((a, b) => a.order - b.order);
  const kept = [...chain, ...otherKinds(state)].map(({ key }) => key);
  const measures = [...new Set([...kept, ...FIGURES.filter((key) => plan.figures.has(key))])];
  return {
    kind: 'history',
    units: org.units.map(({ key }) => key),
    months,
    measures,
    values: measures.map((measure) =>
      months.map((month) =>
        byUnit(state.orgOf(month), ofReps(org, plan.history.column(measure, month), NaN)),
      ),
    ),
    ofDays: measures.map((measure) => months.map((month) => ofDays(state, measure, month))),
    extent: plan.history.extent,
    workingDays: months.map((month) => sumOf(state.days(month).weights[plan.settings.pattern])),
  };
}

function ofDays({ org, plan }: PlanState, measure: string, month: Month): Uint8Array | null {
  const units = plan.history.unitsOfDays(measure, month);
  if (units.length === 0) return null;
  const marked = new Uint8Array(org.units.length);
  for (const unit of units)
    marked[org.index.get(unit) ?? -1] = plan.days.isBegunWithin(unit, month) ? ROW_AND_DAYS : DAYS;
  return marked;
}

const [DAYS, ROW_AND_DAYS] = [MONTH_MADE_OF.indexOf('days'), MONTH_MADE_OF.indexOf('rowAndDays')];

const sumOf = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0);
