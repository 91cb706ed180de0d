import { shownPerDay } from '../../model/shown.ts';
import type { MonthChain } from './month-chain.ts';
import { byUnitAsShown } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** A unit's work a working day, as the sheet shows it; NaN = no number. */
export function workADay(state: PlanState, { columns, steps, month }: MonthChain, unit: number): number {
  const work = columns.perDay.at(-1);
  if (!work) return NaN;
  const as = state.unitOf(steps.at(-1)?.step.from ?? '');
  const org = state.orgOf(month.days.month);
  return byUnitAsShown(org, work, (value) => shownPerDay(value, as))[unit] ?? NaN;
}
