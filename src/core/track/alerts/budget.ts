/**
 * How often each rule may be wrong, per unit and month, over all of its looks and measures together. They are chosen so
 * that all rules, with the teams' own, come to less than one false alert per 20 reps and month on simulated months without
 * change (test/accuracy, `alerts`): the sums here are nominal, as looks at one month overlap and tails are not exact.
 */
export const BUDGET = {
  /** Of a rep's ratios, and of a team's, whose reps share more than the months known tell. */
  ratio: 0.017,
  teamRatio: 0.004,
  work: 0.004,
  other: 0.0004,
  /** Each of two months, which rest on one goal and one record. */
  behindMonth: 0.022,
  behindWeek: 0.002,
  noSale: 0.0012,
  override: 0.004,
};

/** A month is looked at as each of its weeks ends, and when it is over; the looks overlap. */
export const LOOKS = 3;
