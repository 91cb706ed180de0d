import { quantile } from '../../stats/quantile.ts';
import { toSignificant } from '../../stats/significant.ts';
import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { StepKind } from '../../../model/records/measure.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { isOver, workloads } from '../workloads.ts';
import { teamOf } from './goal-offer.ts';
import type { LoadOf } from './load-result.ts';

const UPPER = 0.75;
/** A quarter of fewer is nobody. */
const LEAST_REPS = 4;

/** One step's ratio, raised to the team's upper quartile at everybody who is over the limit and below it. */
export interface RaisedRatio {
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  /** The lowest of the ratios that are raised, and what the highest is raised to: one number each for one rep. */
  readonly ratioNow: number;
  readonly ratioThen: number;
  readonly reps: number;
  readonly changes: readonly Change[];
}

/** One for each step of the chain at which somebody over the limit is below the quartile. */
export function raisedRatios(state: PlanState, of: LoadOf, reason: string): RaisedRatio[] {
  const chain = monthChain(state, of.month, of.mode);
  const loads = workloads(state, chain);
  const as = state.unitOf(loads.measure ?? '');
  const at = state.org.index.get(of.unit) ?? -1;
  const over = (at < 0 ? [] : repsUnder(state.orgOf(of.month), at)).filter((rep) =>
    isOver(loads.reps[rep]!, as),
  );
  return chain.steps.flatMap((_, step) => raisedAt(state, chain, { step, over, of, reason }));
}

interface Raising {
  readonly step: number;
  readonly over: readonly number[];
  readonly of: LoadOf;
  readonly reason: string;
}

function raisedAt(
  state: PlanState,
  chain: MonthChain,
  { step: at, over, of, reason }: Raising,
): RaisedRatio[] {
  const org = state.orgOf(of.month);
  const used = chain.used[at]!;
  const quartiles = new Map<number, number>();
  const quartileFor = (rep: number): number => {
    const team = org.sumsInto[org.reps[rep] ?? -1] ?? -1;
    const known = quartiles.get(team) ?? upperQuartile(used, teamOf(state, org.repKeys[rep] ?? '', of.month));
    quartiles.set(team, known);
    return known;
  };
  const raised = over.filter((rep) => quartileFor(rep) > (used[rep] ?? NaN));
  if (raised.length === 0) return [];
  const { measure, from, kind } = chain.steps[at]!.step;
  return [
    {
      ...{ measure, from, step: kind, reps: raised.length },
      ratioNow: Math.min(...raised.map((rep) => used[rep]!)),
      ratioThen: Math.max(...raised.map(quartileFor)),
      changes: raised.flatMap((rep) =>
        overrideChanges(state, of, { rep, measure, ratio: quartileFor(rep), reason }),
      ),
    },
  ];
}

/** As ratios are used: at three significant digits. NaN for a team too small to have a quarter. */
function upperQuartile(used: Float64Array, team: readonly number[]): number {
  const ratios = Float64Array.from(team, (rep) => used[rep] ?? NaN).filter((ratio) => ratio > 0);
  return ratios.length < LEAST_REPS ? NaN : toSignificant(quantile(ratios, UPPER));
}

interface Wanted {
  readonly rep: number;
  readonly measure: string;
  readonly ratio: number;
  readonly reason: string;
}

/** An override of that month; where one begins in it, that one is changed. */
function overrideChanges(
  { org, plan, asOf }: PlanState,
  { month }: LoadOf,
  { rep, measure, ratio, reason }: Wanted,
): Change[] {
  const key = org.repKeys[rep] ?? '';
  const id = recordId.override(key, measure, month);
  const values = { ratio, until: month, reason, setOn: asOf };
  const known = plan.overrides.get(`${key}/${measure}`)?.some(({ from }) => from === month);
  return known
    ? Object.entries(values).map(([field, value]) => ({ id, field, value }))
    : [{ create: id, values }];
}
