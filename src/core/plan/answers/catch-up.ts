import type { CatchUpAnswer, CatchUpQuery } from '../../../model/planning.ts';
import { catchUpSpans, type CatchUpSpan } from '../../../model/records/actual.ts';
import { addMonths, dayOf, monthsOf, type Month } from '../../../model/time.ts';
import { quarterOf } from '../../calendar/months.ts';
import { attain } from '../../odds/attain.ts';
import { outcomeOf } from '../../odds/chain-odds.ts';
import { teamOutcome } from '../../odds/team.ts';
import { restQuotas } from '../rest-quotas.ts';
import { MonthPace, monthPace } from '../month-pace.ts';
import { chanceOf, comeIn, monthOdds, type MonthOdds } from '../odds-of-month.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** The measure that the chain begins with stands first. */
const WORK = 0;

type Choice = CatchUpAnswer['choices'][number];

/** What each way to make up a unit's gap would ask of its reps, and what it would bring. */
export function catchUpAnswer(state: PlanState, { month, unit: key }: CatchUpQuery): CatchUpAnswer {
  const pace = monthPace(state, month);
  const unit = state.org.index.get(key) ?? -1;
  const reps = unit < 0 ? [] : repsUnder(state.orgOf(month), unit);
  const isOver = pace.today >= pace.length || unit < 0;
  const given = monthOdds(state, month);
  return {
    kind: 'catchUp',
    ...{ month, unit: key },
    measure: pace.targets.measures[WORK] ?? '',
    gap: sum(reps, (rep) => pace.gap(WORK, rep, pace.today)),
    choices: isOver
      ? []
      : catchUpSpans.map((over) => new Supposed(given, state, month, over).choice(unit, reps)),
  };
}

const sum = (reps: readonly number[], of: (rep: number) => number): number =>
  reps.reduce((total, rep) => total + (of(rep) || 0), 0);

function monthsAfter({ plan }: PlanState, month: Month): Month[] {
  const { to } = quarterOf(month, plan.settings.firstMonth);
  return month < to ? monthsOf({ from: addMonths(month, 1), to }) : [];
}

/** The quarter as it would go on if everybody chose this. */
class Supposed {
  readonly #pace: MonthPace;
  readonly #later: readonly MonthPace[];

  constructor(
    private readonly given: MonthOdds,
    private readonly state: PlanState,
    month: Month,
    private readonly over: CatchUpSpan,
  ) {
    this.#pace = new MonthPace(state, month, over);
    this.#later = monthsAfter(state, month).map((each) => new MonthPace(state, each, over));
  }

  choice(unit: number, reps: readonly number[]): Choice {
    const known = reps.filter((rep) => this.#best(rep) > 0);
    const perDay = (rep: number): number => this.#perDay(rep);
    const over = known.filter((rep) => perDay(rep) > this.#best(rep));
    return {
      over: this.over,
      until: this.#until(),
      days: reps.length > 0 ? sum(reps, (rep) => this.#days(rep)) / reps.length : NaN,
      perDay: sum(reps, perDay),
      ofBest: known.length > 0 ? sum(known, perDay) / sum(known, (rep) => this.#best(rep)) : NaN,
      overBest: over.map((rep) => this.state.org.repKeys[rep] ?? ''),
      month: chanceOf(this.given, unit, (rep) => this.#restWork(rep)),
      quarter: this.#quarterChance(reps),
      changes: this.#changes(reps),
    };
  }

  /** Quotas of a day, from today on, that would be other ones. */
  #changes(reps: readonly number[]): number {
    const now = monthPace(this.state, this.#pace.month);
    const measures = [...this.#pace.targets.measures.keys()];
    return sum(reps, (rep) =>
      sum(measures, (measure) => {
        const [before, after] = [restQuotas(now, measure, rep), restQuotas(this.#pace, measure, rep)];
        return after?.reduce((count, quota, day) => count + Number(quota !== before?.[day]), 0) ?? 0;
      }),
    );
  }

  #best(rep: number): number {
    return this.given.pace.best[rep] ?? NaN;
  }

  #until(): Choice['until'] {
    if (this.over === 'none') return null;
    const { first, today } = this.#pace;
    if (this.over === 'week') return dayOf(first + this.#pace.weekEnd(today) - 1);
    const last = this.over === 'quarter' ? (this.#later.at(-1) ?? this.#pace) : this.#pace;
    return dayOf(last.first + last.length - 1);
  }

  /** Working days of a rep until then. */
  #days(rep: number): number {
    const sums = this.#pace.sums(rep);
    const to = this.over === 'week' ? this.#pace.weekEnd(this.#pace.today) : this.#pace.length;
    const here = (sums[to] ?? 0) - (sums[this.#pace.today] ?? 0);
    return this.over === 'quarter'
      ? this.#later.reduce((days, month) => days + wholeOf(month, rep), here)
      : here;
  }

  #perDay(rep: number): number {
    const { first } = this.#pace.morning(WORK, rep, this.#pace.today);
    const sums = this.#pace.sums(rep);
    const days = (sums[first.to] ?? 0) - (sums[this.#pace.today] ?? 0);
    return days > 0 ? first.left / days : 0;
  }

  /** Nobody is taken to do more than the own best. */
  #restWork(rep: number): number {
    const { left } = this.#pace.morning(WORK, rep, this.#pace.today);
    const days = wholeOf(this.#pace, rep) - (this.#pace.sums(rep)[this.#pace.today] ?? 0);
    return this.#atMostBest(rep, left, days);
  }

  #atMostBest(rep: number, work: number, days: number): number {
    const best = this.#best(rep);
    return best > 0 ? Math.min(work, best * days) : work;
  }

  /** What was won in the quarter, the work of the rest of this month, and what its later months then ask. */
  #quarterChance(reps: readonly number[]): number {
    const { odds, chain, shared } = this.given;
    const asked = reps.filter((rep) => odds[rep] && !Number.isNaN(chain.goal[rep]));
    if (asked.length === 0) return NaN;
    const parts = asked.map((rep) => outcomeOf(odds[rep]!, this.#quarterWork(rep)));
    const left = sum(asked, (rep) => this.#leftOfQuarter(rep));
    return attain(parts.length === 1 ? parts[0]! : teamOutcome(parts, shared), left);
  }

  #quarterWork(rep: number): number {
    return this.#later.reduce(
      (work, month) => {
        const { left } = month.morning(WORK, rep, 0);
        return work + this.#atMostBest(rep, left || 0, wholeOf(month, rep));
      },
      this.#restWork(rep) || 0,
    );
  }

  #leftOfQuarter(rep: number): number {
    const { plan, org, chain } = this.state;
    const key = org.repKeys[rep] ?? '';
    const { from } = quarterOf(this.#pace.month, plan.settings.firstMonth);
    const past = from < this.#pace.month ? monthsOf({ from, to: addMonths(this.#pace.month, -1) }) : [];
    const goals = [...past, ...this.#later.map(({ month }) => month)];
    const goal = goals.reduce((total, month) => total + (plan.goals.get(month)?.get(key) ?? 0), 0);
    const won = past.reduce(
      (total, month) => total + (plan.history.column(chain.result, month).get(key) ?? 0),
      0,
    );
    return goal - won + (this.given.chain.goal[rep] ?? 0) - comeIn(this.given.chain, rep);
  }
}

const wholeOf = (pace: MonthPace, rep: number): number => pace.sums(rep).at(-1) ?? 0;
