import type { GoalEdit, GoalsAnswer } from '../../model/planning/goals.ts';
import type { GoalsTrial } from '../../state/goals-desk.ts';
import { indexIn } from '../rows.ts';
import type { GoalsPlan } from './goals-plan.ts';
import { periodsOf, spanOf, type Period } from './periods.ts';

interface Column extends Period {
  /** Where its months stand in the answers. */
  readonly at: readonly number[];
  readonly span: string;
}

/**
 * The cells of the sheet that would show another number, typed ones left out, and how many of segments do that it does not
 * show. Straight over the planner's columns: there may be some 50,000 cells.
 */
export function trialCounts(
  plan: GoalsPlan,
  supposed: GoalsAnswer,
  edits: readonly GoalEdit[],
): GoalsTrial['counts'] {
  const counts = { reps: 0, segments: 0, totals: 0, hidden: 0 };
  const typed = new Set(
    edits.map(({ unit, span, segment }) => `${unit} ${span.from} ${span.to} ${segment ?? ''}`),
  );
  const columns = periodsOf(plan).map((period): Column => {
    const { from, to } = spanOf(period);
    return {
      ...period,
      at: period.months.map((month) => plan.places.get(month) ?? -1),
      span: `${from} ${to}`,
    };
  });
  const [now, before] = [
    new Float64Array(plan.answer.months.length),
    new Float64Array(plan.answer.months.length),
  ];
  const typedUnits = new Set(edits.map(({ unit }) => unit));
  const rows = plan.context.units.map((unit) => ({
    unit,
    isTyped: typedUnits.has(unit.key),
    row: indexIn(plan.answer.units, unit.key),
    thenRow: indexIn(supposed.units, unit.key),
  }));
  for (const segment of [null, ...plan.answer.segments]) {
    const [then, present] = [monthsOf(supposed, segment), monthsOf(plan.answer, segment)];
    for (const { unit, isTyped, row, thenRow } of rows) {
      if (!readDiffering(then, thenRow, now, present, row, before)) continue;
      for (const { at, span, months } of columns) {
        if (Object.is(sumOf(now, at), sumOf(before, at))) continue;
        if (isTyped && typed.has(`${unit.key} ${span} ${segment ?? ''}`)) continue;
        if (segment !== plan.only) counts[plan.desk.segments === 'rows' ? 'segments' : 'hidden']++;
        else if (unit.kind === 'rep' && months.length === 1) counts.reps++;
        else counts.totals++;
      }
    }
  }
  return counts;
}

/** By month, then unit. */
const monthsOf = (answer: GoalsAnswer, segment: string | null): readonly Float64Array[] =>
  (segment === null ? answer.amount : answer.ofSegment[answer.segments.indexOf(segment)]) ?? [];

/** A unit's months as they would be and as they are; false = they are the same. */
function readDiffering(
  then: readonly Float64Array[],
  thenRow: number,
  now: Float64Array,
  present: readonly Float64Array[],
  row: number,
  before: Float64Array,
): boolean {
  let differ = false;
  for (let month = 0; month < now.length; month++) {
    now[month] = then[month]?.[thenRow] ?? NaN;
    before[month] = present[month]?.[row] ?? NaN;
    differ ||= !Object.is(now[month], before[month]);
  }
  return differ;
}

/** NaN only where nothing is entered. */
function sumOf(amounts: Float64Array, months: readonly number[]): number {
  if (months.length === 1) return amounts[months[0]!] ?? NaN;
  let total = NaN;
  for (const month of months) {
    const amount = amounts[month] ?? NaN;
    if (!Number.isNaN(amount)) total = (Number.isNaN(total) ? 0 : total) + amount;
  }
  return total;
}
