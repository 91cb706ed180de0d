import type { WorkPattern } from '../../model/records/settings.ts';
import type { Month } from '../../model/time.ts';
import { buildOrg, type Org } from './org.ts';
import type { Places } from './places.ts';

/**
 * The tree of earlier months: the same units and reps at the same indices, summed into what they were in then, with the
 * working patterns that they had from there. Evidence stays with the present teams.
 */
export function orgIn(month: Month, org: Org, places: Places, pattern: WorkPattern): Org {
  const then = treeIn(month, org, places, pattern);
  const indexOf = Int32Array.from(then.units, ({ key }) => org.index.get(key) ?? -1);
  const sumsInto = new Int32Array(org.units.length).fill(-1);
  const patterns = [...org.patterns];
  then.units.forEach((_, at) => {
    sumsInto[indexOf[at]!] = indexOf[then.sumsInto[at]!] ?? -1;
    patterns[indexOf[at]!] = then.patterns[at]!;
  });
  return { ...org, sumsInto, patterns, topDown: indexOf };
}

/** The tree as it was, in its own order. */
export const treeIn = (month: Month, { units }: Org, places: Places, pattern: WorkPattern): Org =>
  buildOrg(places.unitsIn(month, new Map(units.map((unit) => [unit.key, unit]))), pattern);
