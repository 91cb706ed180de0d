/** One factor of a product of money: what the plan took it to be, and what it was. */
export interface Factor {
  readonly planned: number;
  readonly actual: number;
}

/**
 * What each factor adds to the gap Π actual − Π planned: its Shapley value, the mean over all orders in which the
 * factors could have changed from planned to actual one after another. The parts add up to the gap, and zeros do no
 * harm (a logarithmic split breaks there). In the units of the product; METHODS section 5.
 */
export const shapleyParts = (factors: readonly Factor[]): number[] =>
  unitWorths(factors).map((worth, k) => (factors[k]!.actual - factors[k]!.planned) * worth);

/** What one unit of each factor is worth, averaged over the orders: B_k = Σ_s s!(K−1−s)!/K! · e_s. */
export const unitWorths = (factors: readonly Factor[]): number[] =>
  factors.map((_, k) => {
    const sums = changedSums(factors.filter((_, other) => other !== k));
    return sums.reduce((total, sum, changed) => total + sum * orderShare(changed, sums.length), 0);
  });

/** e_s: the sum over all choices of s factors that have changed already of the product of all, by s. */
function changedSums(factors: readonly Factor[]): number[] {
  let sums = [1];
  for (const { planned, actual } of factors)
    sums = [...sums, 0].map((sum, changed) => planned * sum + actual * (sums[changed - 1] ?? 0));
  return sums;
}

/** The share of the orders of `count` factors in which exactly these `changed` ones come first: s!(K−1−s)!/K!. */
function orderShare(changed: number, count: number): number {
  let choices = 1;
  for (let i = 0; i < changed; i++) choices = (choices * (count - 1 - i)) / (i + 1);
  return 1 / (count * choices);
}
