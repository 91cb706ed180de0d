import type { TierOutlook } from '../../model/planning.ts';
import { monthsOf, type Month } from '../../model/time.ts';
import { quarterOf } from '../calendar/months.ts';
import { attain } from '../odds/attain.ts';
import { outcomeOf } from '../odds/chain-odds.ts';
import { expectedOf } from './month-end.ts';
import type { MonthOdds } from './odds-of-month.ts';
import type { PlanState } from './plan-state.ts';
import { weightsFrom } from './rep-months.ts';
import type { TierLine } from './tier-lines.ts';

/** The months that tiers are reached in. */
const periodOf = ({ plan }: PlanState, month: Month): Month[] =>
  plan.settings.tierPeriod === 'month' ? [month] : monthsOf(quarterOf(month, plan.settings.firstMonth));

/** By unit what tiers its forecast makes; null above the reps, and where there are no tiers. */
export function tierOutlooks(state: PlanState, month: Month, given: MonthOdds): (TierOutlook | null)[] {
  const { org, plan } = state;
  if (plan.tiers.isEmpty) return org.units.map(() => null);
  const months = periodOf(state, month);
  return org.units.map((unit, at) => {
    const rep = org.repOf[at] ?? -1;
    const lines = rep < 0 ? [] : plan.tiers.of(unit.level, month);
    return lines.length > 0 ? outlook(state, given, { rep, months, lines }) : null;
  });
}

interface Asked {
  readonly rep: number;
  readonly months: readonly Month[];
  readonly lines: readonly TierLine[];
}

function outlook(state: PlanState, given: MonthOdds, { rep, months, lines }: Asked): TierOutlook {
  const { plan, org } = state;
  const key = org.repKeys[rep] ?? '';
  const wonIn = (month: Month): number => plan.history.column(state.chain.result, month).get(key) ?? 0;
  const won = months.reduce((sum, month) => sum + wonIn(month), 0);
  const days = months.reduce((sum, month) => sum + daysLeft(state, month, rep), 0);
  const usual = given.pace.usual[rep] ?? NaN;
  const odds = given.odds[rep] ?? null;
  const endAt = (perDay: number) => odds && { won, outcome: outcomeOf(odds, Math.max(0, perDay * days)) };
  const chance = (amount: number, perDay: number): number => {
    const end = endAt(perDay);
    return end && perDay >= 0 ? attain(end.outcome, amount - won) : NaN;
  };
  const usualEnd = usual >= 0 ? endAt(usual) : null;
  const expected = usualEnd ? expectedOf(usualEnd) : NaN;
  const forecast = lastReached(lines, expected);
  const made = lastReached(lines, won);
  const next = Math.max(forecast, made) + 1 < lines.length ? Math.max(forecast, made) + 1 : -1;
  const amount = lines[next]?.amount ?? NaN;
  const perWork = odds ? odds.linear.perWork * odds.worth.mean : NaN;
  const byItself = odds ? odds.linear.inHand * odds.worth.mean + (odds.other?.mean ?? 0) : NaN;
  const work = Math.max(0, amount - won - byItself) / perWork;
  const perDay = days > 0 && Number.isFinite(work) ? work / days : NaN;
  return {
    lines: lines.map((line) => ({ tier: line.tier.key, amount: line.amount, pay: line.tier.pay })),
    period: plan.settings.tierPeriod,
    ...{ won, expected, forecast, made, next, perDay, usual },
    chanceAtUsual: chance(amount, usual),
    chanceAtPerDay: chance(amount, perDay),
  };
}

/** Today included; all days of months to come. */
const daysLeft = (state: PlanState, month: Month, rep: number): number =>
  weightsFrom([state.month(month).weights[rep] ?? new Float64Array(0)], state.elapsed(month))[0] ?? 0;

const lastReached = (lines: readonly TierLine[], amount: number): number =>
  lines.findLastIndex((line) => amount >= line.amount);
