import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { NewHead } from '../../../model/planning.ts';
import { addMonths, dayNumber, dayOf } from '../../../model/time.ts';
import { toSignificant } from '../../stats/significant.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import type { PlanState } from '../plan-state.ts';
import { movedGoals, teamOf } from './goal-offer.ts';
import type { LoadOf } from './load-result.ts';

/** A newcomer does this much of what the others do, in the first months. */
export const RAMP = { share: 0.5, months: 2 };

/** One more person in the team, with a part of its goal. */
export interface MoreHead {
  readonly changes: readonly Change[];
  /** Minor units of goal that the newcomer takes over. */
  readonly amount: number;
}

/** null: the month is over, the chain is broken, or the newcomer would take nothing over. */
export function moreHead(state: PlanState, of: LoadOf, head: NewHead): MoreHead | null {
  const { asOf } = state;
  const org = state.orgOf(of.month);
  const at = org.index.get(of.unit) ?? -1;
  const team = (org.repOf[at] ?? -1) >= 0 ? (org.sumsInto[at] ?? -1) : at;
  const chain = monthChain(state, of.month, of.mode);
  const { days } = chain.month;
  const start = Math.max(days.first, dayNumber(asOf));
  const step = chain.steps.at(-1)?.step.measure;
  const ratio = toSignificant(RAMP.share * newcomersRatio(state, chain, of.unit, team));
  if (at < 0 || start >= days.first + days.length || step === undefined || !(ratio > 0)) return null;
  const parent = org.units[team]?.key ?? null;
  const order = 1 + Math.max(0, ...org.units.map((unit) => (unit.parent === parent ? unit.order : 0)));
  const until = addMonths(of.month, RAMP.months - 1);
  const hired: Change[] = [
    {
      create: recordId.unit(head.key),
      values: { name: head.name, kind: 'rep', parent, order, start: dayOf(start) },
    },
    {
      create: recordId.override(head.key, step, of.month),
      values: { ratio, until, reason: head.ramp, setOn: asOf },
    },
  ];
  const goal = recordId.goal(head.key, of.month);
  const grown = state.supposing([...hired, { create: goal, values: { amount: 0 } }]);
  const moved = movedGoals(grown, teamOf(grown, head.key, of.month), of);
  const own = moved?.changes.find((change) => 'id' in change && change.id === goal);
  if (!moved || !own || !('value' in own) || typeof own.value !== 'number') return null;
  const others = moved.changes.filter((change) => change !== own);
  return {
    changes: [...hired, { create: goal, values: { amount: own.value } }, ...others],
    amount: own.value,
  };
}

/** Nothing is known of a newcomer: the ratio of the work is what the team's reps are drawn to. */
function newcomersRatio(state: PlanState, chain: MonthChain, unit: string, team: number): number {
  const last = chain.steps.length - 1;
  const held = chain.overrides[last]?.[team]?.ratio;
  const colleague = teamOf(state, unit, chain.month.days.month)[0] ?? -1;
  return held ?? chain.steps[last]?.fit?.priorMean[colleague] ?? NaN;
}
