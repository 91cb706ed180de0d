import { numbers, ofChainFormula, requirementFormula } from '../../chain/formulas.ts';
import { newMoney } from '../../chain/requirements.ts';
import { minutesNeeded, strain } from '../../load/workload.ts';
import type { BackcastMode } from '../../../model/planning.ts';
import { workFor } from '../../odds/confident.ts';
import { moneyOf } from '../aims.ts';
import type { MonthChain } from '../month-chain.ts';
import type { PlanState } from '../plan-state.ts';
import type { Workloads } from '../workloads.ts';

/** What a rep's strain would be with another goal (minor units): the same walk back as the month's chain. */
export type GoalStrain = (goal: number) => number;

/** By rep. A confidence of the whole company is taken as the multiplier that it comes to now. */
export function goalStrains(
  { plan }: PlanState,
  chain: MonthChain,
  loads: Workloads,
  mode: BackcastMode,
): (rep: number) => GoalStrain {
  const { confidence, confidenceOf } = plan.settings;
  const multiplier = confidence !== null && confidenceOf === 'company' ? multiplierOf(chain) : 1;
  return (rep) => {
    const own = confidence !== null && confidenceOf === 'rep' ? (chain.odds()[rep] ?? null) : null;
    const load = loads.reps[rep]!;
    const admin = loads.admin[rep] ?? 0;
    const minutes = loads.minutes[rep] ?? [];
    return (goal) => {
      const open = mode === 'goal' ? goal : goal - (chain.won[rep] ?? 0);
      const left = open - (chain.other?.come[rep] ?? 0);
      const target = ofChainFormula(numbers, open, chain.other?.total[rep] ?? null);
      const money = own
        ? moneyOf(chain, rep, left > 0 ? workFor(own, left, confidence ?? 0) : 0)
        : (chain.lag ? newMoney(target, chain.lag, rep) : target) * multiplier;
      const perDay = workBack(chain, rep, money, mode);
      const needed = minutesNeeded(perDay, minutes, admin);
      return strain({ ...load, needed, work: perDay.at(-1) ?? NaN });
    };
  };
}

/** The need a day of each measure for the money that new work is to bring. */
function workBack(chain: MonthChain, rep: number, money: number, mode: BackcastMode): number[] {
  const days = (mode === 'goal' ? chain.month.workingDays : chain.daysLeft)[rep] ?? 0;
  let next = money;
  return chain.used.map((ratios, at) => {
    const inHand = at === chain.stockStep ? (chain.inHand[rep] ?? 0) : null;
    next = requirementFormula(numbers, next, ratios[rep] ?? NaN, inHand);
    // Nothing to do on no days is nothing a day.
    return next === 0 ? 0 : next / days;
  });
}

function multiplierOf({ columns, expected }: MonthChain): number {
  const work = expected.start.findIndex((money) => money > 0);
  return work < 0 ? 1 : (columns.start[work] ?? NaN) / (expected.start[work] ?? NaN);
}
