import type { Outcome } from '../../odds/chain-odds.ts';
import { byUnit, type Org } from '../org.ts';
import type { MonthSupport } from './month-support.ts';

/** One month of a period: its tree, what everybody wins in it, and whose part of it counts (by rep). */
export interface PartOfPeriod {
  readonly org: Org;
  readonly support: MonthSupport;
  readonly members: Uint8Array;
}

/** What a unit wins in a period at the usual activity: what is there, and the outcome of the rest; null = not known. */
export interface UnitSupport {
  readonly come: number;
  readonly outcome: Outcome | null;
}

/** Moments of a whole period; columns by unit. */
type Moments = Readonly<Record<(typeof MOMENTS)[number], Float64Array>>;
const ADDED = ['come', 'EN', 'VN', 'ER', 'VR', 'besideMean', 'besideVariance', 'unknown'] as const;
const MOMENTS = [...ADDED, 'reps'] as const;

/**
 * The months of a period added up for every unit (METHODS 2): a rep's months share the doubt about the ratios, and reps
 * share each month's market, whose relative variance ψ (`shared`) strays from month to month by itself. A rep alone owes
 * nothing to it.
 */
export function periodSupport(org: Org, parts: readonly PartOfPeriod[], shared: number): UnitSupport[] {
  const moments = momentsOf(org, parts);
  const market = { counts: squaresOf(org, parts, 'EN'), money: squaresOf(org, parts, 'ER') };
  const hasBeside = parts.some(({ support }) => support.besideMean.some((mean) => mean > 0));
  return org.units.map((_, unit) => {
    const of = (name: keyof Moments): number => moments[name][unit]!;
    const come = of('come');
    if (of('reps') === 0 || of('unknown') > 0) return { come, outcome: null };
    const common = of('reps') > 1 ? shared : 0;
    const outcome: Outcome = {
      EN: of('EN'),
      VN: of('VN') + common * market.counts[unit]!,
      ER: of('ER'),
      VR: of('VR') + common * market.money[unit]!,
      other: hasBeside ? { mean: of('besideMean'), variance: of('besideVariance') } : undefined,
    };
    return { come, outcome };
  });
}

/** Standard deviations by unit of what one rep's months have in common. */
interface Common {
  readonly counts: Float64Array;
  readonly money: Float64Array;
  readonly beside: Float64Array;
}

function momentsOf(org: Org, parts: readonly PartOfPeriod[]): Moments {
  const column = (): Float64Array => new Float64Array(org.units.length);
  const moments = Object.fromEntries(MOMENTS.map((name) => [name, column()])) as Moments;
  const common: Common = { counts: column(), money: column(), beside: column() };
  org.reps.forEach((own, rep) => {
    const touched = new Set<number>();
    for (const part of parts) {
      if (!part.members[rep]) continue;
      // Who was elsewhere in one of the months belongs to both teams, each with its own months.
      for (let unit = own; unit >= 0; unit = part.org.sumsInto[unit] ?? -1) {
        addMonth(moments, common, part.support, { rep, unit });
        touched.add(unit);
      }
    }
    for (const unit of touched) addCommon(moments, common, unit);
  });
  return moments;
}

/** What the months have in common adds up as deviations do: its part of each variance waits until all are known. */
function addMonth(
  moments: Moments,
  common: Common,
  month: MonthSupport,
  { rep, unit }: { readonly rep: number; readonly unit: number },
): void {
  for (const name of ADDED) moments[name][unit]! += month[name][rep]!;
  const counts = Math.sqrt(month.lastingCounts[rep]!) * month.EN[rep]!;
  const money = Math.sqrt(month.lastingMoney[rep]!) * month.ER[rep]!;
  const beside = Math.sqrt(month.besideDoubt[rep]!) * month.left[rep]!;
  common.counts[unit]! += counts;
  common.money[unit]! += money;
  common.beside[unit]! += beside;
  moments.VN[unit]! -= counts ** 2;
  moments.VR[unit]! -= money ** 2;
  moments.besideVariance[unit]! -= beside ** 2;
}

function addCommon(moments: Moments, common: Common, unit: number): void {
  moments.reps[unit]!++;
  moments.VN[unit]! += common.counts[unit]! ** 2;
  moments.VR[unit]! += common.money[unit]! ** 2;
  moments.besideVariance[unit]! += common.beside[unit]! ** 2;
  for (const column of [common.counts, common.money, common.beside]) column[unit] = 0;
}

/** Σ over the months of the squares of what each unit's reps bring together. */
function squaresOf(org: Org, parts: readonly PartOfPeriod[], moment: 'EN' | 'ER'): Float64Array {
  const sum = new Float64Array(org.units.length);
  for (const { org: tree, support, members } of parts) {
    const own = support[moment].map((value, rep) => (members[rep] ? value : 0));
    byUnit(tree, own).forEach((value, unit) => (sum[unit]! += (value || 0) ** 2));
  }
  return sum;
}
