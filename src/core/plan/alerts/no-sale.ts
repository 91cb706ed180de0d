import type { NoSaleAlert } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import { BUDGET } from '../../track/alerts/budget.ts';
import { dryDays, runsInMonth, saleRate, usualRun, type SaleDays } from '../../track/alerts/dry-run.ts';
import type { PlanState } from '../plan-state.ts';

/** Days of the record that tell how often something is won. */
const DAYS_BACK = 120;
/** So many entered days before a run have to be known. */
const FEWEST_DAYS = 20;

/** Reps whose run of entered days without a sale is longer than their own record lets expect. */
export function noSales(state: PlanState): NoSaleAlert[] {
  const { org, chain, plan } = state;
  if (!plan.days.has(chain.result)) return [];
  const records = org.repKeys.map((key) => entered(state, key));
  const all = records.flatMap(({ sales }) => sales);
  const everybody = all.filter(Boolean).length / all.length;
  if (!(everybody > 0)) return [];
  const { workingDays, employed } = state.month(state.running);
  return records.flatMap(({ days, sales }, rep) => {
    const run = dryDays(sales);
    const before = sales.slice(0, sales.length - run);
    if (run === 0 || before.length < FEWEST_DAYS || !employed[rep]) return [];
    const rate = saleRate(before, everybody);
    const chance = runsInMonth(rate, run, workingDays[rep] ?? 0);
    if (chance >= BUDGET.noSale) return [];
    const unit = org.repKeys[rep] ?? '';
    const since = dayOf(days[days.length - run]!);
    return [
      {
        rule: 'noSale',
        severity: 'decide',
        signature: `noSale.${unit}.${since}`,
        ...{ unit, since, days: run, usual: usualRun(rate), chance },
      },
    ];
  });
}

/** Days before today on which the result was entered: a blank neither is a day without a sale nor ends a run. */
function entered({ plan, chain, asOf }: PlanState, unit: string): { days: number[]; sales: SaleDays } {
  const today = dayNumber(asOf);
  const days: number[] = [];
  const sales: boolean[] = [];
  plan.days.column(chain.result, unit, today - DAYS_BACK, DAYS_BACK)?.forEach((amount, at) => {
    if (Number.isNaN(amount)) return;
    days.push(today - DAYS_BACK + at);
    sales.push(amount > 0);
  });
  return { days, sales };
}
