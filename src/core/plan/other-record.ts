import { byOtherOrder, type OtherKind } from '../../model/records/other.ts';
import type { EvidenceColumns } from '../chain/evidence.ts';
import { monthlyMean, type MonthlyMean } from '../other/monthly-mean.ts';
import { Cached } from './cached.ts';
import type { PlanState } from './plan-state.ts';

/** What every rep's record says of one kind of other revenue. */
export interface OtherRecord {
  readonly kind: OtherKind;
  readonly reps: readonly MonthlyMean[];
}

/** The kinds of other revenue that a plan keeps, in their order. */
export const otherKinds = ({ plan }: PlanState): OtherKind[] => [...plan.others.values()].sort(byOtherOrder);

/** A plan and what lies beside it share the history, and so what it says. */
const kept = new WeakMap<EvidenceColumns, Map<string, Cached<OtherRecord>>>();

/** The reps' own complete months by kind, all or those of an earlier time; they age as those of money do. */
export function otherRecords(state: PlanState, evidence = state.evidence): OtherRecord[] {
  const halfLife = state.plan.settings.moneyHalfLife;
  const known = kept.get(evidence) ?? new Map<string, Cached<OtherRecord>>();
  kept.set(evidence, known);
  return otherKinds(state).map((kind) => {
    const { complete, version } = evidence.column(kind.key);
    const cached = known.get(kind.key) ?? new Cached<OtherRecord>();
    known.set(kind.key, cached);
    return cached.get([version, halfLife, kind], () => ({
      kind,
      reps: evidence.reps.map((_, rep) => monthlyMean(ownMonths(complete, evidence, rep), halfLife)),
    }));
  });
}

const ownMonths = (complete: Float64Array, { months }: EvidenceColumns, rep: number): Float64Array =>
  complete.subarray(rep * months.length, (rep + 1) * months.length);
