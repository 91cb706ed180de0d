import type { StepKind } from '../../../model/records/measure.ts';
import { judge, type StepMonth } from '../../review/luck.ts';
import { valueP } from '../../review/mid-p.ts';
import type { Interval } from '../../stats/interval.ts';
import { bandOf, expectedOf, type Expected } from './spread.ts';

/** How a window compares with its own band. */
export interface Compared {
  readonly usual: number;
  /** Worked out when it is asked for: quantiles are slow, and hardly any window is shown. */
  readonly band: () => Interval;
  /** How often so little, or less, comes without a change; 1 where it is not less than usual. */
  readonly chance: number;
}

/** Under so many expected events nothing is said. */
const FEWEST_EVENTS = 5;

/** A rep's own window; null = too little to say anything. */
export function comparedRep(month: StepMonth): Compared | null {
  const { p } = judge(month);
  if (Number.isNaN(p)) return null;
  const { kind, x, n, belief } = month;
  return {
    band: () => bandOf(kind, n, expectedOf(month)),
    usual: belief.shrunk,
    chance: x < n * belief.shrunk ? p / 2 : 1,
  };
}

/** A team's window: the sum of its reps', who share one market (ψ, `shared`); null = too little. */
export function comparedTeam(kind: StepKind, months: readonly StepMonth[], shared: number): Compared | null {
  let [x, n] = [0, 0];
  let sum: Expected = { mean: 0, variance: 0, events: 0 };
  for (const month of months) {
    const own = expectedOf(month);
    if (!(month.n > 0 && own.variance > 0)) continue;
    x += month.x;
    n += month.n;
    sum = {
      mean: sum.mean + own.mean,
      variance: sum.variance + own.variance,
      events: sum.events + own.events,
    };
  }
  if (!(sum.events >= FEWEST_EVENTS)) return null;
  const expected = { ...sum, variance: sum.variance + shared * sum.mean ** 2 };
  const p = valueP(x / sum.mean, 1, expected.variance / sum.mean ** 2);
  return { band: () => bandOf(kind, n, expected), usual: sum.mean / n, chance: x < sum.mean ? p / 2 : 1 };
}
