import type { LoadAnswer, LoadQuery } from '../../../model/planning.ts';
import type { Workload } from '../../load/workload.ts';
import { monthChain } from '../month-chain.ts';
import { byUnit } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { isOver, isOverBest, isOverTime, workloads } from '../workloads.ts';

/** What each unit's day is asked for, beside its working time and its proven best. */
export function loadAnswer(state: PlanState, { month, mode }: LoadQuery): LoadAnswer {
  const org = state.orgOf(month);
  const { measure, reps } = workloads(state, monthChain(state, month, mode));
  const as = state.unitOf(measure ?? '');
  const known = reps.map((load) => !Number.isNaN(load.needed));
  const column = (of: (load: Workload) => number, where = known): Float64Array => {
    const ofReps = new Float64Array(reps.length).fill(NaN);
    for (let rep = 0; rep < reps.length; rep++) if (where[rep]) ofReps[rep] = of(reps[rep]!);
    return byUnit(org, ofReps);
  };
  const compared = reps.map((load, rep) => known[rep] === true && load.best > 0);
  const needed = column((load) => load.needed);
  const available = column((load) => load.available);
  const comparedWork = column((load) => load.work, compared);
  const comparedBest = column((load) => load.best, compared);
  return {
    kind: 'load',
    month,
    mode,
    measure,
    units: org.units.map(({ key }) => key),
    needed,
    available,
    share: ratio(needed, available),
    work: column((load) => load.work),
    best: comparedBest,
    ofBest: ratio(comparedWork, comparedBest),
    reps: column(() => 1),
    overTime: column((load) => Number(isOverTime(load))),
    overBest: column((load) => Number(isOverBest(load, as))),
    over: column((load) => Number(isOver(load, as))),
  };
}

/** Without any time at all there is no share to show: the needed minutes say enough. */
const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
  above.map((value, unit) => (below[unit]! > 0 ? value / below[unit]! : NaN));
