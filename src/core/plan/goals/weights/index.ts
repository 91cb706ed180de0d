import type { InSteps } from '../../../in-steps.ts';
import type { Spread } from '../../../../model/planning.ts';
import type { SpreadMethod } from '../../../../model/records/goals.ts';
import { bySeason, byWorkingDays, equally, seasonally } from './by-head.ts';
import { byCapacity } from './capacity.ts';
import { fromHistory, lastYear } from './from-record.ts';
import { filled, grown, type Weights } from './growing.ts';
import { levelTasks } from './level-task.ts';
import { likeRow } from './like-row.ts';
import { byPotential } from './potential.ts';
import { asNow, hasGoals, presentOf } from './present.ts';
import { isSome, sumOf, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

export type { Weights } from './growing.ts';

/**
 * What a way of sharing gives everybody, or why it has nothing to go by. With growth the total is what the method's
 * record comes to, grown; for a method without a record what the goals come to now, grown.
 */
export function* weightsOf(over: SpreadOver, spread: Spread): InSteps<Weights | Nothing> {
  return spread.mix.length > 0 ? yield* mixed(over, spread) : yield* byMethod(over, spread.method, spread);
}

function* byMethod(over: SpreadOver, method: SpreadMethod, spread: Spread): InSteps<Weights | Nothing> {
  const { growth } = spread;
  switch (method) {
    case 'lastYear':
    case 'history':
    case 'levelTask': {
      const basis = RECORDS[method](over);
      if (typeof basis === 'string') return basis;
      return growth === null ? filled(over, basis) : grown(over, basis, growth);
    }
    case 'likeRow': {
      const pattern = likeRow(over, spread.like);
      if (typeof pattern === 'string') return pattern;
      return { ...pattern, total: growth === null ? null : pattern.total * (1 + growth) };
    }
    case 'capacity': {
      const total = growth === null ? null : sumOf(presentOf(over)) * (1 + growth);
      const weights = yield* byCapacity(total === null ? over : { ...over, amount: total });
      return typeof weights === 'string' ? weights : { ...weights, total };
    }
    default: {
      const total = growth === null ? null : sumOf(presentOf(over)) * (1 + growth);
      const weights = PLAIN[method](over);
      return typeof weights === 'string' ? weights : { weights, share: null, total };
    }
  }
}

const RECORDS = { lastYear, history: fromHistory, levelTask: levelTasks };

const PLAIN = {
  proportional: asNow,
  equal: equally,
  season: bySeason,
  workingDays: byWorkingDays,
  potential: byPotential,
} satisfies Partial<Record<SpreadMethod, (over: SpreadOver) => RepMonths | Nothing>>;

/**
 * Several methods by share; one that has nothing to go by leaves its share to the others. Where capacity is one of them,
 * what is settled comes off first for all of them, as it does for capacity alone.
 */
function* mixed(over: SpreadOver, spread: Spread): InSteps<Weights | Nothing> {
  const parts: { share: number; part: Weights | Nothing }[] = [];
  for (const { method, share } of spread.mix)
    parts.push({ share, part: yield* byMethod(over, method, spread) });
  const known = parts.flatMap(({ share, part }) =>
    typeof part === 'string' || !isSome(part.weights) ? [] : [{ share, part }],
  );
  if (known.length === 0)
    return parts.map(({ part }) => part).find((part) => typeof part === 'string') ?? 'noHistory';
  const shares = known.reduce((sum, { share }) => sum + share, 0);
  const weights = new Float64Array(over.reps.length * over.months.length);
  const held = known.find(({ part }) => part.held)?.part.held;
  const settled = held ? over.settled() : null;
  for (const { share, part } of known) {
    const free = settled ? part.weights.map((weight, at) => weight * settled.hasFree[at]!) : part.weights;
    const sum = sumOf(free);
    free.forEach((weight, at) => {
      if (weight > 0) weights[at]! += (share / shares) * (weight / sum);
    });
  }
  const total = known.reduce((sum, { share, part }) => sum + (share / shares) * (part.total ?? 0), 0);
  return { weights, share: null, total: spread.growth === null ? null : total, ...(held && { held }) };
}

/** Where a method has nothing to go by: by season, equally between heads. */
export const fallback = (over: SpreadOver): Weights => ({
  weights: seasonally(over),
  share: null,
  total: null,
});

/** The method that is left where one has nothing to go by. */
export const fallbackMethod = (over: SpreadOver): SpreadMethod =>
  typeof bySeason(over) === 'string' ? 'equal' : 'season';

/** Nothing is there to be in proportion to. */
export const isBlank = (over: SpreadOver): boolean => !hasGoals(over);
