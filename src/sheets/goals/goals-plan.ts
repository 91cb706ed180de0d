import { recordId, type GoalPlace } from '../../model/ids.ts';
import type { GoalsAnswer } from '../../model/planning.ts';
import { readRecord } from '../../model/read-record.ts';
import { lockSchema, segmentSchema, type Lock, type Segment } from '../../model/records/goals.ts';
import type { Unit } from '../../model/records/unit.ts';
import { segmentTree, type SegmentPlace } from '../../model/segment-tree.ts';
import { monthsOf, type Month } from '../../model/time.ts';
import { GOALS_DESK, type GoalsDesk, type GoalsTrial } from '../../state/goals-desk.ts';
import type { SheetContext } from '../definition.ts';
import { indexIn } from '../rows.ts';

/** What the rows and columns of the Goals sheet are made from. */
export interface GoalsPlan {
  readonly context: SheetContext;
  /** The goals as they are. */
  readonly answer: GoalsAnswer;
  /** The goals as they would be, while a change is looked at. */
  readonly supposed: GoalsAnswer | null;
  readonly desk: GoalsDesk;
  /** In tree order. */
  readonly segments: readonly SegmentPlace[];
  /** The segment that all cells are of; null = all of them together. */
  readonly only: string | null;
  /** By record id. */
  readonly locks: ReadonlyMap<string, Lock>;
  /** Where each month stands in the answer. */
  readonly places: ReadonlyMap<Month, number>;
}

/** The segments of a plan in tree order. */
export function segmentsOf(context: Pick<SheetContext, 'ofKind'>): SegmentPlace[] {
  const all = new Map<string, Segment>();
  for (const [id, values] of context.ofKind('segment')) {
    const key = id.slice('segment/'.length);
    const read = readRecord(segmentSchema, { name: '', ...values });
    if (read) all.set(key, { ...read, key });
  }
  return segmentTree(all);
}

function locksOf(context: SheetContext): Map<string, Lock> {
  const locks = new Map<string, Lock>();
  for (const [id, values] of context.ofKind('lock')) {
    const lock = readRecord(lockSchema, values);
    if (lock) locks.set(id, lock);
  }
  return locks;
}

export function goalsPlan(context: SheetContext, answer: GoalsAnswer): GoalsPlan {
  const desk = context.goals ?? GOALS_DESK;
  const segments = segmentsOf(context);
  const wanted = typeof desk.segments === 'object' ? desk.segments.only : null;
  const supposed = desk.trial?.supposed ?? null;
  return {
    ...{ context, answer, desk, segments },
    // Goals of another year are not what is looked at.
    supposed: supposed?.months[0] === answer.months[0] ? supposed : null,
    only: segments.some(({ segment }) => segment.key === wanted) ? wanted : null,
    locks: locksOf(context),
    places: new Map(answer.months.map((month, at) => [month, at])),
  };
}

/**
 * What a unit's goal of a month is, in one segment or in all. A rep's goals are read from records where they are not
 * split, so that a typed one shows at once; totals come from the planner.
 */
function amountOf(
  { context, places, segments, supposed }: GoalsPlan,
  from: GoalsAnswer,
  unit: Unit,
  segment: string | null,
  month: Month,
): number {
  if (unit.kind !== 'rep' || segments.length > 0 || supposed) {
    const all = segment === null ? from.amount : from.ofSegment[from.segments.indexOf(segment)];
    return all?.[places.get(month) ?? -1]?.[indexIn(from.units, unit.key)] ?? NaN;
  }
  const amount = context.get(recordId.goal(unit.key, month))?.['amount'];
  return typeof amount === 'number' ? amount : NaN;
}

/** What is looked at when something is typed, which may be more than the sheet shows. */
export const trialOf = ({ context, desk }: GoalsPlan): GoalsTrial | null =>
  context.trialNow ? context.trialNow() : desk.trial;

/** NaN only where nothing is entered: blank is not zero. */
export function sumOver(
  plan: GoalsPlan,
  unit: Unit,
  segment: string | null,
  months: readonly Month[],
  from: GoalsAnswer = plan.supposed ?? plan.answer,
): number {
  let total = NaN;
  for (const month of months) {
    const amount = amountOf(plan, from, unit, segment, month);
    if (!Number.isNaN(amount)) total = (Number.isNaN(total) ? 0 : total) + amount;
  }
  return total;
}

/** What of a unit's goal is not split over the parts of a segment; `of` null = over segments at all. */
export function unsplit(
  plan: GoalsPlan,
  unit: Unit,
  of: string | null,
  months: readonly Month[],
  from?: GoalsAnswer,
): number {
  const parts = plan.segments.filter(({ parent }) => parent === of);
  const whole = sumOver(plan, unit, of, months, from);
  return parts.reduce((rest, { segment }) => {
    const part = sumOver(plan, unit, segment.key, months, from);
    return Number.isNaN(part) ? rest : rest - part;
  }, whole);
}

export const lockOn = (plan: GoalsPlan, place: GoalPlace): Lock | null =>
  plan.locks.size === 0 ? null : (plan.locks.get(recordId.lock(place)) ?? null);

export const isMonthOf = (plan: GoalsPlan, place: GoalPlace): boolean =>
  monthsOf(place.span).every((month) => plan.places.has(month));

/** The month that is typed while it is looked at, else the one on the desk. */
export function monthInFocus(desk: GoalsDesk | undefined, month: Month): Month {
  const span = desk?.trial?.edits.at(-1)?.span;
  return span && span.from === span.to ? span.from : month;
}
