import type { ChainBreak } from '../../model/planning.ts';
import type { Settings } from '../../model/records/settings.ts';
import type { Fitted } from '../../model/records/slice.ts';
import type { CarriedPrior } from '../ratios/step-prior.ts';
import type { StepEvidence, StepFit } from '../ratios/types.ts';
import { carriedTo } from './carried.ts';
import type { Step } from './chain.ts';
import { stepEvidence, type EvidenceColumns } from './evidence.ts';

/** A step with its fitted ratios. */
export interface StepRatios {
  readonly step: Step;
  /** null: the plan cuts the chain here, so there is nothing to fit. */
  readonly fit: StepFit | null;
  readonly evidence: StepEvidence | null;
  /** Used ratio by rep, before overrides; NaN where the chain is cut. */
  readonly used: Float64Array;
  readonly broken: ChainBreak | null;
}

interface Kept {
  readonly basis: readonly unknown[];
  readonly ratios: StepRatios;
}

/** Fits steps, and keeps each fit until an edit touches what it was made of. */
export class FittedSteps {
  readonly #kept: Map<string, Kept>;
  readonly #fit: (evidence: StepEvidence) => StepFit;

  constructor(fit: (evidence: StepEvidence) => StepFit, kept: ReadonlyMap<string, Kept> = new Map()) {
    this.#fit = fit;
    this.#kept = new Map(kept);
  }

  /** The same fits, to be kept by themselves. */
  copy(): FittedSteps {
    return new FittedSteps(this.#fit, this.#kept);
  }

  ratios(
    step: Step,
    columns: EvidenceColumns,
    levels: readonly Int32Array[],
    settings: Settings,
    carried: Fitted | null = null,
  ): StepRatios {
    const basis = [...basisOf(step, columns, levels, settings), carried];
    const known = this.#kept.get(step.measure);
    if (known?.basis.every((part, at) => part === basis[at])) return known.ratios;
    const ratios = step.unset
      ? cut(step, columns.reps.length)
      : this.#fitted(step, columns, levels, settings, carriedTo(columns.reps, carried));
    this.#kept.set(step.measure, { basis, ratios });
    return ratios;
  }

  #fitted(
    step: Step,
    ...rest: [EvidenceColumns, readonly Int32Array[], Settings, CarriedPrior | null]
  ): StepRatios {
    const evidence = stepEvidence(step, ...rest);
    const fit = this.#fit(evidence);
    const broken = breakOf(step, fit);
    const used = Float64Array.from(fit.reps, (belief) => (broken ? NaN : belief.used));
    return { step, fit, evidence, used, broken };
  }
}

/** Everything that a fit depends on, to be compared part by part. */
function basisOf(
  step: Step,
  columns: EvidenceColumns,
  levels: readonly Int32Array[],
  settings: Settings,
): unknown[] {
  const version = (measure: string | null): number =>
    measure === null ? -1 : columns.column(measure).version;
  return [
    columns,
    levels,
    version(step.measure),
    version(step.from),
    version(step.kind === 'yield' ? step.events : null),
    step.from,
    step.kind,
    step.assumed,
    step.unset,
    step.events,
    settings.activityHalfLife,
    settings.moneyHalfLife,
    settings.priorWeight,
  ];
}

const cut = (step: Step, reps: number): StepRatios => ({
  step,
  fit: null,
  evidence: null,
  used: new Float64Array(reps).fill(NaN),
  broken: { from: step.from, to: step.measure, reason: 'unset' },
});

function breakOf(step: Step, fit: StepFit): ChainBreak | null {
  const ends = { from: step.from, to: step.measure };
  if (fit.exceeds) return { ...ends, reason: 'exceeds' };
  const nowhere = Number.isNaN(fit.company.used) && fit.reps.every(({ used }) => Number.isNaN(used));
  return nowhere ? { ...ends, reason: 'noData' } : null;
}
