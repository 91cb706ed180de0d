import type { BehindAlert } from '../../../model/planning.ts';
import { addMonths, type Month } from '../../../model/time.ts';
import { teamOutcome } from '../../odds/team.ts';
import type { Outcome } from '../../odds/chain-odds.ts';
import { chanceOfLess, lowOf, outcomeOfGoal } from '../../track/alerts/behind.ts';
import { BUDGET } from '../../track/alerts/budget.ts';
import { monthOdds, type MonthOdds } from '../odds-of-month.ts';
import { ofReps, repsUnder } from '../org.ts';
import { otherKinds, otherRecords } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';
import { spanOf } from './looked.ts';

/** Two complete months in a row under the goal, each by more than one in ten of well planned months are. */
export function behindMonths(state: PlanState): BehindAlert[] {
  const months = [addMonths(state.running, -2), addMonths(state.running, -1)];
  if (months.some((month) => !state.plan.goals.has(month))) return [];
  const odds = monthOdds(state, state.running);
  const records = months.map((month) => new GoalMonth(state, odds, month));
  return state.org.units.flatMap(({ key }, unit): BehindAlert[] => {
    const periods = records.flatMap((month) => month.missed(unit) ?? []);
    if (periods.length < months.length) return [];
    return [
      {
        rule: 'behind',
        of: 'month',
        severity: 'decide',
        signature: `behind.${key}.months.${state.running}`,
        ...{ unit: key, measure: state.chain.result, periods },
      },
    ];
  });
}

class GoalMonth {
  readonly #goal: Float64Array;
  readonly #come: Float64Array;
  readonly #others: ReturnType<typeof otherRecords>;

  constructor(
    private readonly state: PlanState,
    private readonly odds: MonthOdds,
    private readonly month: Month,
  ) {
    const { org, plan, chain } = state;
    this.#goal = ofReps(org, plan.goals.get(month), NaN);
    this.#come = ofReps(org, plan.history.column(chain.result, month), NaN);
    this.#others = otherRecords(state);
    for (const { key } of otherKinds(state))
      ofReps(org, plan.history.column(key, month), 0).forEach((amount, rep) => (this.#come[rep]! += amount));
  }

  /** The month as a period of an alert; null = it was not missed by more than chance. */
  missed(unit: number): BehindAlert['periods'][number] | null {
    const parts: Outcome[] = [];
    let [due, done] = [0, 0];
    for (const rep of repsUnder(this.state.orgOf(this.month), unit)) {
      const [goal, come] = [this.#goal[rep]!, this.#come[rep]!];
      if (!(goal > 0)) continue;
      const odds = this.odds.odds[rep];
      const part = odds && outcomeOfGoal(odds, goal, this.#besides(rep));
      // Who has a goal and no known result, or no chain, leaves the sum unknown.
      if (!part || Number.isNaN(come)) return null;
      parts.push(part);
      due += goal;
      done += come;
    }
    if (parts.length === 0 || done >= due) return null;
    const outcome = parts.length === 1 ? parts[0]! : teamOutcome(parts, this.odds.shared);
    if (chanceOfLess(outcome, done) >= BUDGET.behindMonth) return null;
    const { first, length } = this.state.days(this.month);
    return { ...spanOf({ from: first, to: first + length - 1 }), done, due, low: lowOf(outcome) };
  }

  #besides(rep: number): { mean: number; variance: number } | null {
    if (this.#others.length === 0) return null;
    const own = this.#others.map(({ reps }) => reps[rep]!);
    return {
      mean: own.reduce((sum, { mean }) => sum + mean, 0),
      variance: own.reduce((sum, { spread, doubt }) => sum + spread + doubt, 0),
    };
  }
}
