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
  const parts = shares.map((share) => Math.floor(share * units));
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
  const clean = new Float64Array(weights.length);
  let total = 0;
  for (let at = 0; at < clean.length; at++) {
    const weight = weights[at] ?? 0;
    if (weight > 0) total += clean[at] = weight;
  }
  if (!(total > 0)) return clean.fill(1 / clean.length);
  for (let at = 0; at < clean.length; at++) clean[at] = clean[at]! / total;
  return clean;
}

/** Parts with weight, the largest remainder first. Rounding noise of the division must not break ties. */
function byRemainder(shares: Float64Array, floors: Float64Array, units: number): number[] {
  const remainder = new Float64Array(shares.length);
  const order: number[] = [];
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index]!;
    remainder[index] = Math.round((share * units - floors[index]!) * 1e6);
    if (share > 0) order.push(index);
  }
  return order.sort((a, b) => remainder[b]! - remainder[a]! || a - b);
}
