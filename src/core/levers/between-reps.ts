import type { StepFit } from '../ratios/types.ts';

/**
 * How far reps lie apart at one step, as one standard deviation of their true ratios: of the prior that thin records are
 * drawn to (METHODS 1). Moving each ratio by its own makes changes of different steps equally hard. NaN where nothing
 * is known of it.
 */
export function betweenReps({ kind, mu, M, company }: StepFit): number {
  if (kind === 'value') return Math.sqrt(company.s2 / M);
  if (kind === 'rate') return mu / Math.sqrt(M);
  return Math.sqrt((mu * (1 - mu)) / (M + 1));
}
