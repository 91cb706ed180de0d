import { PIPELINE } from '../../model/records/measure.ts';
import type { Month } from '../../model/time.ts';
import type { StepRatios } from '../chain/step-ratios.ts';
import { downwards, ofReps } from './org.ts';
import type { Override } from './overrides.ts';
import type { PlanState } from './plan-state.ts';

/** What the chain of a month divides by; columns by rep. */
export interface UsedRatios {
  readonly steps: readonly StepRatios[];
  readonly used: readonly Float64Array[];
  /** Per step the override that each unit (in tree order) is under, its own or a team's above; null = none at all. */
  readonly overrides: readonly (readonly (Override | null)[] | null)[];
  /** Zeros where the pipeline is a flow. */
  readonly inHand: Float64Array;
  readonly stockStep: number;
}

/** Overrides of one step that are tried out, not stored, by unit. A ratio of null: as if none were there. */
export interface Trial {
  readonly measure: string;
  readonly ratios: ReadonlyMap<string, number | null>;
  /** The reps who are asked about, where the others' odds can be left out. */
  readonly reps?: readonly number[];
}

export function usedRatios(state: PlanState, month: Month, trial?: Trial): UsedRatios {
  const { steps, org } = state;
  const overrides = steps.map(({ step }) => overridesOf(state, step.measure, month, trial));
  const used = steps.map(({ used: fitted }, at) => {
    const holding = overrides[at];
    return holding ? fitted.map((ratio, rep) => holding[org.reps[rep] ?? -1]?.ratio ?? ratio) : fitted;
  });
  const stockStep = stockStepOf(state, steps);
  const inHand = ofReps(org, stockStep < 0 ? undefined : state.plan.inHand.get(month), 0);
  return { steps, used, overrides, inHand, stockStep };
}

/** The step out of the pipeline where the history has what is in hand; -1 = it has what was added. */
export const stockStepOf = ({ plan }: PlanState, steps: readonly StepRatios[]): number =>
  plan.settings.pipelineKind === 'stock' ? steps.findIndex(({ step }) => step.from === PIPELINE) : -1;

/** Teams hand their override down; a unit's own comes first. */
function overridesOf(
  state: PlanState,
  measure: string,
  month: Month,
  trial: Trial | undefined,
): (Override | null)[] | null {
  const org = state.orgOf(month);
  const tried = trial?.measure === measure ? trial.ratios : null;
  const { overrides } = state.plan;
  const some = [...overrides.keys()].some((key) => key.endsWith(`/${measure}`));
  if (!tried && !some) return null;
  const holding: (Override | null)[] = [];
  for (const at of downwards(org)) {
    const { key } = org.units[at]!;
    const stored = some ? state.plan.overrideOf(key, measure, month) : null;
    const ratio = tried?.get(key);
    const own = ratio === undefined ? stored : triedAs(ratio, month);
    holding[at] = own ?? holding[org.sumsInto[at] ?? -1] ?? null;
  }
  return holding;
}

const triedAs = (ratio: number | null, from: Month): Override | null =>
  ratio === null ? null : { ratio, from, until: from, reason: '', setOn: null };
