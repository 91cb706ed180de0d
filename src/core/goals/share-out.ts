/**
 * Shares an amount of minor units out by weights: largest remainder in `splitUnit`, ties by order. The parts are
 * integers that add up exactly to `amount`; what is less than one split unit goes to the first part with weight.
 * Without any weight all parts are equal. A negative amount is shared as its opposite.
 */
export function shareOut(amount: number, weights: ArrayLike<number>, splitUnit: number): Float64Array {
  const count = weights.length;
  if (count === 0) return new Float64Array(0);
  if (amount < 0) return shareOut(-amount, weights, splitUnit).map((part) => -part || 0);
  const shares = fractions(weights);
  const units = Math.floor(amount / splitUnit);
  const parts = Float64Array.from(shares, (share) => Math.floor(share * units));
  const order = byRemainder(shares, parts, units);
  const missing = units - parts.reduce((sum, part) => sum + part, 0);
  for (let k = 0; k < missing; k++) add(parts, order[k % order.length] ?? 0, 1);
  const minor = parts.map((part) => part * splitUnit);
  add(
    minor,
    shares.findIndex((share) => share > 0),
    amount - units * splitUnit,
  );
  return minor;
}

function add(parts: Float64Array, index: number, amount: number): void {
  parts[index] = (parts[index] ?? 0) + amount;
}

function fractions(weights: ArrayLike<number>): Float64Array {
  const clean = Float64Array.from(weights, (weight) => (weight > 0 ? weight : 0));
  const total = clean.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? clean.map((weight) => weight / total) : clean.fill(1 / clean.length);
}

/** Parts with weight, the largest remainder first. Rounding noise of the division must not break ties. */
function byRemainder(shares: Float64Array, floors: Float64Array, units: number): number[] {
  const remainder = (index: number): number =>
    Math.round(((shares[index] ?? 0) * units - (floors[index] ?? 0)) * 1e6);
  return Array.from(shares.keys())
    .filter((index) => (shares[index] ?? 0) > 0)
    .sort((a, b) => remainder(b) - remainder(a) || a - b);
}
