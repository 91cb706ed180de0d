import type { Hollow } from '../../../model/planning.ts';
import { dayNumber } from '../../../model/time.ts';
import { mondayOf } from '../../calendar/weeks.ts';
import { movedWithin, type Series } from '../../track/rank-correlation.ts';
import type { PlanState } from '../plan-state.ts';

const WEEK = 7;
const MOST_WEEKS = 26;
const FEWEST_WEEKS = 12;
/** Days of a week that have to be entered for the week to count. */
const DAYS = 3;
/** The upper end of the 80 % interval of a measure that hardly moves the next one. */
const HARDLY = 0.2;
const Z_90 = 1.2816;
/** A rep whose weeks are all but equal says nothing. */
const VARIES = 0.05;

/** A rep's weeks, as what was done a day, where both measures were entered. */
/** Numbers of a measure that count, by day: looked up once for a whole series. */
function counted({ plan }: PlanState, unit: string, measure: string): (day: number) => number | undefined {
  const { person, system } = plan.days.entries(measure, unit);
  const [first, second] = plan.days.sourceOf(measure) === 'system' ? [system, person] : [person, system];
  return (day) => first.get(day) ?? second.get(day);
}

function weeksOf(state: PlanState, unit: string, measure: string, next: string): Series {
  const monday = mondayOf(dayNumber(state.asOf));
  const [workOn, resultOn] = [counted(state, unit, measure), counted(state, unit, next)];
  const series = { x: [] as number[], y: [] as number[] };
  for (let week = 1; week <= MOST_WEEKS; week++) {
    let [count, work, result] = [0, 0, 0];
    for (let day = monday - week * WEEK; day < monday - (week - 1) * WEEK; day++) {
      const [x, y] = [workOn(day), resultOn(day)];
      if (x === undefined || y === undefined) continue;
      count++;
      work += x;
      result += y;
    }
    if (count < DAYS) continue;
    series.x.push(work / count);
    series.y.push(result / count);
  }
  return series;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function varies({ x }: Series): boolean {
  const mean = sum(x) / x.length;
  return x.some((value) => Math.abs(value - mean) > VARIES * mean);
}

/** Measures that more or less of which has made no difference to the next one, in at least twelve weeks. */
export function hollowMeasures(state: PlanState, reps: readonly number[]): Hollow[] {
  const measures = [...state.plan.measures.values()].sort((a, b) => a.order - b.order);
  return measures.flatMap(({ key, quota }, at) => {
    const next = measures[at + 1]?.key;
    if (next === undefined || !quota || !state.plan.days.has(key) || !state.plan.days.has(next)) return [];
    const groups = reps
      .map((rep) => weeksOf(state, state.org.repKeys[rep] ?? '', key, next))
      .filter((series) => series.x.length >= FEWEST_WEEKS && varies(series));
    if (groups.length === 0) return [];
    const { rho, error, slope, pairs } = movedWithin(groups);
    const high = rho + Z_90 * error;
    if (!(high < HARDLY)) return [];
    const ratio = sum(groups.flatMap(({ y }) => y)) / sum(groups.flatMap(({ x }) => x));
    const weeks = Math.max(...groups.map(({ x }) => x.length));
    return [{ measure: key, next, weeks, repWeeks: pairs, rho, high, slope, ratio }];
  });
}
