const HALF_LN_TWO_PI = 0.9189385332046727;

/**
 * ln Γ(x) for x > 0: Stirling's series, after shifting small arguments up to 8 by the recurrence. Absolute error under
 * 1e-13 for x < 10, relative under 1e-14 beyond. The fit of a prior strength needs it a hundred thousand times, where
 * the general function, which also serves negative arguments, costs several times as much.
 */
export function logGamma(x: number): number {
  if (x >= 8) return stirling(x);
  let product = x;
  let shifted = x + 1;
  for (; shifted < 8; shifted++) product *= shifted;
  return stirling(shifted) - Math.log(product);
}

function stirling(x: number): number {
  const r = 1 / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LN_TWO_PI + r * (x >= 64 ? shortTail(r * r) : longTail(r * r));
}

const shortTail = (q: number): number => 1 / 12 - q * (1 / 360 - q * (1 / 1260));

const longTail = (q: number): number =>
  1 / 12 -
  q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - q * (691 / 360360 - q * (1 / 156))))));
