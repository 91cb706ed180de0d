import type { BehindAlert } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import { monthHolding } from '../../calendar/months.ts';
import { mondayOf } from '../../calendar/weeks.ts';
import { rateMidP } from '../../review/mid-p.ts';
import { gammaInterval } from '../../stats/interval.ts';
import { BUDGET, LOOKS } from '../../track/alerts/budget.ts';
import type { PlanState } from '../plan-state.ts';
import { monthTargets, targetsOn, type MonthTargets } from '../month-targets.ts';
import { repsUnder } from '../org.ts';
import { noiseOfWeeks } from './work-drops.ts';
import { weightOn } from './day-weight.ts';
import { spanOf } from './looked.ts';

const WEEK = 7;

/** Work that stayed under what was asked in two complete weeks in a row, each by more than weeks stray. */
export function behindWeeks(state: PlanState): BehindAlert[] {
  const work = state.chain.steps.at(-1)?.from;
  if (work === undefined || !state.plan.days.has(work)) return [];
  const monday = mondayOf(dayNumber(state.asOf));
  const noise = noiseOfWeeks(state, work);
  const weeks = [monday - 2 * WEEK, monday - WEEK].map((from) => new AskedWeek(state, work, from));
  const org = state.orgOf(state.running);
  return org.units.flatMap(({ key }, unit): BehindAlert[] => {
    const reps = repsUnder(org, unit);
    const asked = weeks.map((week) => week.of(reps));
    const [first, second] = asked;
    if (!first || !second || first.done >= first.due || second.done >= second.due) return [];
    if (!isRare(first, second, noise)) return [];
    const periods = asked.map((week, at) => weeks[at]!.period(week, noise));
    return [
      {
        rule: 'behind',
        of: 'week',
        severity: 'decide',
        signature: `behind.${key}.weeks.${state.running}`,
        ...{ unit: key, measure: work, periods },
      },
    ];
  });
}

/** What was done in a week, of what was asked. */
interface Asked {
  readonly done: number;
  readonly due: number;
  readonly reps: number;
}

/** Reps of a team stray by themselves, but not wholly. */
const varianceOf = (due: number, reps: number, noise: number): number =>
  due + (due ** 2 * noise) / Math.sqrt(reps);

/** A slow month has several slow weeks: two in a row stray as one does. */
function isRare(first: Asked, second: Asked, noise: number): boolean {
  const due = first.due + second.due;
  const reps = Math.min(first.reps, second.reps);
  const p = rateMidP(Math.round(first.done + second.done), due, varianceOf(due, reps, noise)) / 2;
  return p < BUDGET.behindWeek / LOOKS;
}

/** One week of everybody's work, and what the months' targets ask of its days. */
class AskedWeek {
  readonly #months = new Map<string, MonthTargets>();
  /** A rep counts in every unit above. */
  readonly #reps = new Map<number, { readonly done: number; readonly due: number; readonly days: number }>();

  constructor(
    private readonly state: PlanState,
    private readonly work: string,
    private readonly from: number,
  ) {}

  /** Of all reps together; `reps` counts those who are known. */
  of(reps: readonly number[]): Asked {
    const sum = { done: 0, due: 0, reps: 0 };
    for (const rep of reps) {
      const own = this.#reps.get(rep) ?? this.#of(rep);
      this.#reps.set(rep, own);
      if (Number.isNaN(own.due) || own.days === 0) continue;
      sum.done += own.done;
      sum.due += own.due;
      sum.reps++;
    }
    return sum.reps < reps.length / 2 ? { done: 0, due: 0, reps: 0 } : sum;
  }

  period({ done, due, reps }: Asked, noise: number): BehindAlert['periods'][number] {
    const { low } = gammaInterval(due, varianceOf(due, reps, noise));
    return { ...spanOf({ from: this.from, to: this.from + WEEK - 1 }), done, due, low };
  }

  /** Over entered days alone: who enters nothing is missing, not behind. */
  #of(rep: number): { done: number; due: number; days: number } {
    const own = { done: 0, due: 0, days: 0 };
    const { plan, org } = this.state;
    const entered = plan.days.column(this.work, org.repKeys[rep] ?? '', this.from, WEEK);
    entered?.forEach((done, at) => {
      const weight = Number.isNaN(done) ? 0 : weightOn(this.state, rep, this.from + at);
      if (!(weight > 0)) return;
      own.done += done;
      own.due += weight * this.#perDay(rep, this.from + at);
      own.days += weight;
    });
    return own;
  }

  #perDay(rep: number, day: number): number {
    const month = monthHolding(day, this.state.plan.settings.cutoffDay);
    const targets = this.#months.get(month) ?? monthTargets(this.state, month);
    this.#months.set(month, targets);
    const at = targets.measures.indexOf(this.work);
    const target = targetsOn(this.state, month, targets, rep, dayOf(day)).of(at);
    return target / (this.state.month(month).workingDays[rep] ?? NaN);
  }
}
