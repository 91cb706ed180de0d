import { monthWeights } from '../ratios/weights.ts';

/** What the months of a record say of one month to come; money in minor units. */
export interface MonthlyMean {
  readonly mean: number;
  /** Variance of one month around its mean, and of the mean itself. */
  readonly spread: number;
  readonly doubt: number;
  /** Months that have an entry: a blank one is none, a 0 is. */
  readonly months: number;
}

/** Who has no record is expected to bring nothing: it would be money of customers whom nobody knows of. */
export const NO_RECORD: MonthlyMean = { mean: 0, spread: 0, doubt: 0, months: 0 };

/** Until so many months are known, one month varies as much as it is worth. */
const FEWEST = 3;

/**
 * The weighted mean of a record's months (NaN = blank), w = 0.5^(age / halfLife), the last has age 0; the unbiased
 * weighted variance Σw(y − m)² / (Σw − Σw²/Σw) around it, and the mean's own, that times Σw² / (Σw)².
 */
export function monthlyMean(record: Float64Array, halfLife: number): MonthlyMean {
  const weights = monthWeights(record.length, halfLife);
  let [sum, total, squares, months] = [0, 0, 0, 0];
  record.forEach((amount, at) => {
    if (Number.isNaN(amount)) return;
    const weight = weights[at]!;
    sum += weight * amount;
    total += weight;
    squares += weight ** 2;
    months++;
  });
  if (months === 0) return NO_RECORD;
  const mean = sum / total;
  const spread = months < FEWEST ? mean ** 2 : strayed(record, weights, mean) / (total - squares / total);
  return { mean, spread, doubt: (spread * squares) / total ** 2, months };
}

const strayed = (record: Float64Array, weights: Float64Array, mean: number): number =>
  record.reduce(
    (sum, amount, at) => (Number.isNaN(amount) ? sum : sum + weights[at]! * (amount - mean) ** 2),
    0,
  );
