import { describe, expect, it } from 'vitest';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import golden from '../../fixtures/golden-shrinkage.json' with { type: 'json' };
import { evidenceOf } from './evidence.ts';

describe('the shrinkage fit of an independent implementation', () => {
  const fit = fitStep(evidenceOf({ x: golden.x, n: golden.n, halfLife: golden.H }));
  const close = (found: number, expected: number) =>
    expect(Math.abs(found - expected) / Math.abs(expected)).toBeLessThan(1e-10);

  it('is met in month noise, company mean and prior strength', () => {
    close(fit.rho, golden.rho_diff);
    close(fit.mu, golden.mu);
    close(fit.M, golden.M);
  });

  it.each(golden.a.map((_, rep) => rep))('is met in the posterior and the predictive of rep %i', (rep) => {
    const { A, S, shrunk } = fit.reps[rep]!;
    close(A * shrunk, golden.a[rep]!);
    close(A * (1 - shrunk), golden.b[rep]!);
    close(shrunk, golden.pred_mean[rep]!);
    close(S, golden.pred_S[rep]!);
  });
});
