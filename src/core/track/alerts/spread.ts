import type { StepKind } from '../../../model/records/measure.ts';
import type { StepMonth } from '../../review/luck.ts';
import { betaInterval, gammaInterval, type Interval } from '../../stats/interval.ts';

/** What a belief lets expect of `x` in a window: mean and variance, and how many events that rests on. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
  readonly events: number;
}

/** Of one rep's window, with the month's own noise in it. */
export function expectedOf({
  kind,
  n,
  trials,
  belief: { shrunk, S, vv, s2, a, omega },
}: StepMonth): Expected {
  const mean = n * shrunk;
  if (kind === 'value') return { mean, variance: n * n * vv + n * s2, events: n };
  if (kind === 'rate') return { mean, variance: mean + mean ** 2 * (omega + 1 / a), events: mean };
  const noise = 1 / (S + 1);
  const counted = kind === 'yield' ? trials : n;
  const spread = shrunk * (1 - shrunk) * (noise + (1 - noise) / counted);
  return { mean, variance: n * n * spread, events: counted * shrunk };
}

/** Eight in ten windows of this size come to a ratio between these. */
export function bandOf(kind: StepKind, n: number, { mean, variance }: Expected): Interval {
  const ratio = mean / n;
  const spread = variance / n ** 2;
  if (kind === 'value' || kind === 'rate') return gammaInterval(ratio, spread);
  return betaInterval(ratio, (ratio * (1 - ratio)) / spread - 1);
}
