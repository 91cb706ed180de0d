import type { DropAlert } from '../../../model/planning.ts';
import { BUDGET } from '../../track/alerts/budget.ts';
import { comparedMoney } from '../../track/alerts/rates.ts';
import { monthlyMean } from '../../other/monthly-mean.ts';
import { repsUnder } from '../org.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';
import { lastMonth, spanOf } from './looked.ts';

/** So many months have to be known before the last one is called lower than usual. */
const FEWEST_MONTHS = 4;

/** Other revenue of the last month, as from regular customers, that is below the band of the months before it. */
export function otherDrops(state: PlanState): DropAlert[] {
  const looked = lastMonth(state);
  const { evidence, org } = state;
  const at = evidence.months.indexOf(looked.month);
  if (at < FEWEST_MONTHS) return [];
  const kinds = otherKinds(state);
  return kinds.flatMap(({ key: measure }) => {
    const { complete } = evidence.column(measure);
    return org.units.flatMap(({ key }, unit) => {
      const sums = sumsOf(complete, evidence.months.length, repsUnder(org, unit)).subarray(0, at + 1);
      const record = monthlyMean(sums.slice(0, at), state.plan.settings.moneyHalfLife);
      const amount = sums[at] ?? NaN;
      if (record.months < FEWEST_MONTHS || Number.isNaN(amount)) return [];
      const compared = comparedMoney(amount, record.mean, record.spread + record.doubt);
      if (!compared || compared.chance >= BUDGET.other / kinds.length) return [];
      const { usual, band, chance } = compared;
      return [
        {
          rule: 'drop',
          severity: 'decide',
          signature: `drop.${key}.${measure}.${looked.month}`,
          ...{ unit: key, measure, from: null, step: null, window: spanOf(looked) },
          ...{ x: amount, n: 1, value: amount, usual, ...band(), chance },
        },
      ];
    });
  });
}

/** By month; NaN = nobody has an entry. */
function sumsOf(complete: Float64Array, months: number, reps: readonly number[]): Float64Array {
  const sums = new Float64Array(months).fill(NaN);
  for (const rep of reps)
    for (let month = 0; month < months; month++) {
      const amount = complete[rep * months + month]!;
      if (!Number.isNaN(amount)) sums[month] = (sums[month] || 0) + amount;
    }
  return sums;
}
