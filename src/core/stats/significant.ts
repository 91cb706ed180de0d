/** How many digits of a ratio the plan uses and shows, so that a pocket calculator agrees to the unit. */
export const RATIO_DIGITS = 3;

/** `value` rounded to `digits` significant decimal digits (the nearest double to that decimal); NaN and ±∞ pass through. */
export const toSignificant = (value: number, digits = RATIO_DIGITS): number =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
