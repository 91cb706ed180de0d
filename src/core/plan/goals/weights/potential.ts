import { repsUnder, type Org } from '../../org.ts';
import { seasonally } from './by-head.ts';
import { repMonths, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

/**
 * By what territories can bring in, from the unit down: children share by their own potentials, or those of their
 * children summed up. Who has none counts as the mean of the siblings that have; where no sibling has one they share by
 * heads. Months by season.
 */
export function byPotential(over: SpreadOver): RepMonths | Nothing {
  const { org } = over.state;
  const known = knownPotentials(org);
  const shares = new Float64Array(org.units.length);
  shares[over.unit] = 1;
  let isAny = false;
  for (const [parent, children] of childrenUnder(org, over.unit)) {
    const some = children.filter((child) => known[child]! > 0);
    isAny ||= some.length > 0;
    const mean = some.reduce((sum, child) => sum + known[child]!, 0) / some.length;
    const weights = children.map((child) => {
      if (some.length === 0) return repsUnder(org, child).length;
      return Number.isNaN(known[child]!) ? mean : known[child]!;
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    children.forEach((child, at) => (shares[child] = (shares[parent]! * weights[at]!) / (total || 1)));
  }
  if (!isAny && over.reps.length > 1) return 'noPotential';
  const season = seasonally(over);
  const months = over.months.length;
  const rows = new Map(over.reps.map((rep, row) => [rep, row]));
  return repMonths(over, (rep, _, at) => {
    const months12 = season[rows.get(rep)! * months + at] ?? 0;
    return months12 * (shares[org.reps[rep] ?? -1] ?? 0);
  });
}

/** Own potentials, or the sum of the children's; NaN = nobody below has one. */
function knownPotentials(org: Org): Float64Array {
  const below = new Float64Array(org.units.length).fill(NaN);
  for (let at = org.units.length - 1; at >= 0; at--) {
    const own = org.units[at]?.potential ?? null;
    if (own !== null) below[at] = own;
    const into = org.sumsInto[at] ?? -1;
    const value = below[at]!;
    if (into < 0 || Number.isNaN(value)) continue;
    below[into] = (Number.isNaN(below[into]!) ? 0 : below[into]!) + value;
  }
  return below;
}

/** Units under one, by the unit that they are summed into, from above; only those with somebody below. */
function childrenUnder(org: Org, unit: number): Map<number, number[]> {
  const children = new Map<number, number[]>();
  const under = new Set([unit]);
  for (let at = unit + 1; at < org.units.length; at++) {
    const into = org.sumsInto[at] ?? -1;
    if (!under.has(into)) continue;
    under.add(at);
    if (repsUnder(org, at).length > 0) children.set(into, [...(children.get(into) ?? []), at]);
  }
  return children;
}
