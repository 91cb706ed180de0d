/** Equal or round days in a row from which on they are worth a look. */
const IN_A_ROW = 3;
/** Runs that chance makes more often than this, in so many days, are no sign. */
const BY_CHANCE = 0.02;
const STEPS = [100, 50, 10] as const;

export interface Run {
  readonly from: number;
  /** The last one, included. */
  readonly to: number;
}

function runsWhere(length: number, holds: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < length; from++) {
    let to = from;
    while (to < length && holds(to)) to++;
    if (to - from >= IN_A_ROW) runs.push({ from, to: to - 1 });
    from = Math.max(from, to);
  }
  return runs;
}

/**
 * Days that say in all their measures what the day before them says. `days`: the entered days in order, each by measure,
 * NaN = blank. At least two measures that are not 0 have to agree: one alone agrees by chance.
 */
export function copiedRuns(days: readonly (readonly number[])[]): Run[] {
  const agrees = (at: number): boolean => {
    const [own, before] = [days[at] ?? [], days[at - 1]];
    return (
      before !== undefined &&
      own.every((value, measure) => Object.is(value, before[measure])) &&
      own.filter((value) => value > 0).length >= 2
    );
  };
  const runs: Run[] = [];
  for (let at = 1; at < days.length; at++) {
    const from = at - 1;
    while (agrees(at)) at++;
    if (at - from >= IN_A_ROW) runs.push({ from, to: at - 1 });
  }
  return runs;
}

/** Runs of multiples of 100, 50 or 10 that chance would hardly make; the coarsest step that holds. */
export function roundedRuns(values: readonly number[]): (Run & { readonly step: number })[] {
  for (const step of STEPS) {
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    if (mean < step / 2) continue;
    const runs = runsWhere(values.length, (at) => values[at]! > 0 && values[at]! % step === 0);
    const unlikely = runs.filter(
      ({ from, to }) => (values.length - (to - from)) * step ** -(to - from + 1) <= BY_CHANCE,
    );
    if (unlikely.length > 0) return unlikely.map((run) => ({ ...run, step }));
  }
  return [];
}
