/**
 * How often each rule may be wrong, per unit and month, over all of its looks and measures together. They are chosen so
 * that all rules, with the teams' own, come to less than one false alert per 20 reps and month on simulated months without
 * change (test/accuracy, `alerts`): the sums here are nominal, as looks at one month overlap and tails are not exact.
 */
export const BUDGET = {
  ratio: 0.025,
  work: 0.004,
  other: 0.002,
  behindMonth: 0.045,
  behindWeek: 0.008,
  noSale: 0.004,
  override: 0.004,
};

/** A month is looked at as each of its weeks ends, and when it is over; the looks overlap. */
export const LOOKS = 3;
