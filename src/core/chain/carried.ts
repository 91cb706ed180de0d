import type { Fitted } from '../../model/records/slice.ts';
import type { CarriedPrior } from '../ratios/step-prior.ts';
import type { StepFit } from '../ratios/types.ts';

const orNaN = (value: number | null | undefined): number => value ?? NaN;
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What a slice carries of a step, for the reps at hand; who is new in the slice is drawn to the company. */
export function carriedTo(reps: readonly string[], fitted: Fitted | null): CarriedPrior | null {
  if (!fitted) return null;
  const { kind, label, exceeds } = fitted;
  const mu = orNaN(fitted.mu);
  const mean = (key: string): number => (Object.hasOwn(fitted.means, key) ? orNaN(fitted.means[key]) : mu);
  return {
    ...{ kind, label, exceeds, mu },
    rho: orNaN(fitted.rho),
    strength: orNaN(fitted.strength),
    s2: orNaN(fitted.s2),
    tau2: orNaN(fitted.tau2),
    // Without a fitted mean nothing is known behind it, which is as good as everything: see `valueBelief`.
    K: fitted.K ?? Infinity,
    amount: orNaN(fitted.amount),
    shared: orNaN(fitted.shared),
    means: Float64Array.from(reps, mean),
  };
}

/** The same the other way: what a slice is to carry of a fit on the whole plan. */
export function fittedOf({ prior, priorMean }: StepFit, reps: readonly string[], shared: number): Fitted {
  const { kind, label, exceeds } = prior;
  return {
    ...{ kind, label, exceeds },
    rho: orNull(prior.rho),
    mu: orNull(prior.mu),
    strength: orNull(prior.strength),
    s2: orNull(prior.s2),
    tau2: orNull(prior.tau2),
    K: orNull(prior.K),
    amount: orNull(prior.amount),
    shared: orNull(shared),
    means: Object.fromEntries(reps.map((key, rep) => [key, orNull(priorMean[rep] ?? NaN)])),
  };
}
