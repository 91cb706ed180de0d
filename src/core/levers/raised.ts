import { toSignificant } from '../stats/significant.ts';
import type { StepFit } from '../ratios/types.ts';
import { betweenReps } from './between-reps.ts';

/**
 * A used ratio one standard deviation between reps higher, at the digits that a plan divides by; a share stays a share.
 * null where it cannot be raised.
 */
export function raised(used: number, fit: StepFit): number | null {
  const most = fit.kind === 'share' || fit.kind === 'yield' ? 1 : Infinity;
  const ratio = toSignificant(Math.min(most, used + betweenReps(fit)));
  return ratio > used ? ratio : null;
}
