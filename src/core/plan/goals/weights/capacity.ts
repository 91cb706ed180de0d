import { shareOut } from '../../../goals/share-out.ts';
import type { InSteps } from '../../../in-steps.ts';
import { leastStrainSplitInSteps, type StrainOf } from '../../../load/split.ts';
import { goalStrains } from '../../closing/goal-strain.ts';
import { monthChain } from '../../month-chain.ts';
import { workloads } from '../../workloads.ts';
import type { Weights } from './growing.ts';
import type { Nothing, SpreadOver } from './spread-over.ts';

/** Parts of the total that loads are told apart by. */
const FINEST = 100_000;

/**
 * So that the highest load is as low as it can be: with the same for everybody wherever the day has room for it. What a
 * goal asks of a day is worked back from it, work in hand and the ratios of everybody included. What is locked in the total
 * or typed with it comes off first; a segment comes on top of the rep's other goals of the month. Reps without a chain,
 * and months whose work is made for goals of later ones, take no part.
 */
export function* byCapacity(over: SpreadOver): InSteps<Weights | Nothing> {
  const { held, sum, stays, hasFree } = over.settled();
  const free = over.amount - sum;
  const parts = new Float64Array(over.reps.length * over.months.length);
  const granule = Math.max(over.state.plan.settings.splitUnit, Math.floor(free / FINEST));
  const cells: number[] = [];
  const strains: StrainOf[] = [];
  for (const [at, month] of over.months.entries()) {
    yield 0;
    const chain = monthChain(over.state, month, 'goal');
    const loads = workloads(over.state, chain);
    if (chain.moved || loads.measure === null) continue;
    const strainOf = goalStrains(over.state, chain, loads, 'goal');
    over.reps.forEach((rep, row) => {
      const cell = row * over.months.length + at;
      const [own, before] = [strainOf(rep), stays[cell]!];
      if (over.below?.[cell] === 0 || !hasFree[cell]) return;
      if (!chain.month.employed[rep] || !Number.isFinite(own(before + granule))) return;
      cells.push(cell);
      strains.push((units) => own(before + units * granule));
    });
  }
  if (cells.length === 0 || free <= 0) return 'noCapacity';
  const even = shareOut(Math.floor(free / granule), new Float64Array(cells.length).fill(1), 1);
  const split = yield* leastStrainSplitInSteps(strains, even);
  split.forEach((units, at) => (parts[cells[at]!] = units * granule));
  return { weights: parts, share: null, held, total: null };
}
