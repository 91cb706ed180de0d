import type { DropAlert } from '../../../model/planning.ts';
import { addMonths, dayNumber } from '../../../model/time.ts';
import { monthHolding } from '../../calendar/months.ts';
import { mondayOf } from '../../calendar/weeks.ts';
import { BUDGET } from '../../track/alerts/budget.ts';
import { comparedWork, FEWEST_STINTS, stintNoise, type Stint } from '../../track/alerts/rates.ts';
import { keptWhileUnchanged } from '../kept.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { lastMonth, spanOf } from './looked.ts';
import { weightOn } from './day-weight.ts';

const WEEK = 7;
/** How many weeks, or months, tell what is usual. */
const WEEKS_BACK = 13;
const MONTHS_BACK = 12;
/** Weeks end four times a month. */
const WEEK_LOOKS = 4;

/** The last period of work and those before it, by rep. */
interface WorkRecord {
  readonly from: number;
  readonly to: number;
  readonly last: readonly (Stint | null)[];
  readonly before: readonly (readonly Stint[])[];
  readonly limit: number;
}

/** Work a day that fell below what the rep, or team, usually does: of the last week, or where no days are kept month. */
export function workDrops(state: PlanState): DropAlert[] {
  const work = state.chain.steps.at(-1)?.from;
  if (work === undefined) return [];
  const record = weeksOf(state, work) ?? monthsOf(state, work);
  const reps = stintNoise(record.before);
  const { org, plan } = state;
  const month = monthHolding(record.to, plan.settings.cutoffDay);
  return org.units.flatMap(({ key }, unit) => {
    const own = together(record, repsUnder(org, unit));
    if (!own?.last || own.before.length < FEWEST_STINTS) return [];
    // A team's weeks vary less than its reps', but not by its size: its own record tells.
    const noise = (org.repOf[unit] ?? -1) >= 0 ? reps : Math.max(stintNoise([own.before]), reps / own.size);
    const compared = comparedWork(own.before, own.last, noise);
    if (!compared || compared.chance >= record.limit) return [];
    const { done, days } = own.last;
    const { usual, band, chance } = compared;
    return [
      {
        rule: 'drop',
        severity: 'decide',
        signature: `drop.${key}.${work}.${month}`,
        ...{ unit: key, measure: work, from: null, step: null, window: spanOf(record) },
        ...{ x: done, n: days, value: done / days, usual, ...band(), chance },
      },
    ];
  });
}

/** A unit's periods: of those reps who have the last one, and periods that all of them have. */
function together({ last, before }: WorkRecord, reps: readonly number[]) {
  const present = reps.filter((rep) => last[rep] && (before[rep]?.length ?? 0) >= FEWEST_STINTS);
  if (present.length === 0 || present.length < reps.length / 2) return null;
  const shortest = Math.min(...present.map((rep) => before[rep]!.length));
  const sum = (stints: readonly Stint[]): Stint => ({
    done: stints.reduce((total, { done }) => total + done, 0),
    days: stints.reduce((total, { days }) => total + days, 0),
  });
  return {
    last: sum(present.map((rep) => last[rep]!)),
    before: Array.from({ length: shortest }, (_, back) =>
      sum(present.map((rep) => before[rep]!.at(back - shortest)!)),
    ),
    size: present.length,
  };
}

const keptWeeks = keptWhileUnchanged<WorkRecord | null>();

/** Complete weeks with any entry; null = nobody has an entry in the last one. */
const weeksOf = (state: PlanState, work: string): WorkRecord | null =>
  keptWeeks(state, work, () => lookAtWeeks(state, work));

function lookAtWeeks(state: PlanState, work: string): WorkRecord | null {
  if (!state.plan.days.has(work)) return null;
  const monday = mondayOf(dayNumber(state.asOf)) - WEEK;
  const first = monday - WEEK * WEEKS_BACK;
  const weeks = state.org.repKeys.map((unit, rep) => {
    const entered = state.plan.days.column(work, unit, first, WEEK * (WEEKS_BACK + 1));
    return Array.from({ length: WEEKS_BACK + 1 }, (_, week) =>
      entered
        ? stintIn(state, rep, entered.subarray(WEEK * week, WEEK * (week + 1)), first + WEEK * week)
        : null,
    );
  });
  const last = weeks.map((ofRep) => ofRep.at(-1) ?? null);
  if (last.every((each) => each === null)) return null;
  const before = weeks.map((ofRep) => ofRep.slice(0, -1).filter((each) => each !== null));
  return { from: monday, to: monday + WEEK - 1, last, before, limit: BUDGET.work / WEEK_LOOKS };
}

/** How far a rep's weeks of work stray from the own mean: relative variance beyond counting noise. */
export function noiseOfWeeks(state: PlanState, work: string): number {
  return stintNoise(weeksOf(state, work)?.before ?? []);
}

/** Over entered days alone: a blank is no evidence. */
function stintIn(state: PlanState, rep: number, entered: Float64Array, from: number): Stint | null {
  let [done, days] = [0, 0];
  entered.forEach((value, at) => {
    const weight = Number.isNaN(value) ? 0 : weightOn(state, rep, from + at);
    if (!(weight > 0)) return;
    done += value;
    days += weight;
  });
  return days > 0 ? { done, days } : null;
}

function monthsOf(state: PlanState, work: string): WorkRecord {
  const looked = lastMonth(state);
  const stints = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => {
    const month = addMonths(looked.month, -back);
    const done = state.plan.history.column(work, month);
    const { workingDays } = state.month(month);
    return state.org.repKeys.map((key, rep): Stint | null => {
      const days = workingDays[rep] ?? 0;
      const own = done.get(key);
      return own !== undefined && days > 0 ? { done: own, days } : null;
    });
  });
  const [last = [], ...earlier] = stints;
  const before = state.org.repKeys.map((_, rep) =>
    earlier
      .map((ofReps) => ofReps[rep] ?? null)
      .filter((each) => each !== null)
      .reverse(),
  );
  return { from: looked.from, to: looked.to, last, before, limit: BUDGET.work };
}
