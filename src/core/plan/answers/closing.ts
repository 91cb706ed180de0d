import type { Change } from '../../../model/diff.ts';
import type { ClosingAnswer, ClosingOffer, ClosingQuery, LoadResult } from '../../../model/planning.ts';
import { lowerConfidence } from '../closing/confidence-offer.ts';
import { moreDay } from '../closing/day-offer.ts';
import { movedGoals, teamOf } from '../closing/goal-offer.ts';
import { moreHead, RAMP } from '../closing/head-offer.ts';
import { loadResult, strainOf } from '../closing/load-result.ts';
import { raisedRatios, type RaisedRatio } from '../closing/ratio-offer.ts';
import type { PlanState } from '../plan-state.ts';

/** What is offered, before it is tried out. */
type Idea = ClosingOffer extends infer O ? (O extends ClosingOffer ? Omit<O, 'result'> : never) : never;

/** Less than this is no help: half a per cent of load. */
const HELPS = 0.005;

/**
 * Ways to bring a unit's load under the limit, each tried out on the whole plan. Those that are enough come first; among
 * equals the cheapest: goals that move cost nothing, a ratio training, a day everybody's rest, a confidence some of
 * the odds, a head a salary.
 */
export function closingAnswer(state: PlanState, query: ClosingQuery): ClosingAnswer {
  const { unit, month, mode } = query;
  const now = loadResult(state, query);
  const offers = (now.over > 0 ? ideasOf(state, query) : [])
    .map((idea): ClosingOffer => ({ ...idea, result: loadResult(state.supposing(idea.changes), query) }))
    .filter(({ result }) => helps(now, result));
  return {
    kind: 'closing',
    unit,
    month,
    mode,
    now,
    offers: [...offers.filter(enough), ...offers.filter(short)],
  };
}

const enough = ({ result }: ClosingOffer): boolean => result.over === 0;
const short = ({ result }: ClosingOffer): boolean => result.over > 0;

const helps = (now: LoadResult, then: LoadResult): boolean =>
  then.over < now.over || then.highest < now.highest - HELPS;

/** From the cheapest on. */
function ideasOf(state: PlanState, query: ClosingQuery): Idea[] {
  const ideas: (Idea | null)[] = [
    goalIdea(state, query),
    ratioIdea(state, query),
    idea('day', moreDay(state, query.unit, query.month)),
    idea('confidence', lowerConfidence(state, query)),
    headIdea(state, query),
  ];
  return ideas.filter((each) => each !== null);
}

const idea = <K extends string, T extends { readonly changes: readonly Change[] }>(
  kind: K,
  found: T | null,
) => found && { kind, ...found };

const goalIdea = (state: PlanState, query: ClosingQuery) =>
  idea('goal', movedGoals(state, teamOf(state, query.unit, query.month), query));

/** The step that brings most. */
function ratioIdea(state: PlanState, query: ClosingQuery) {
  const tried = raisedRatios(state, query, query.words.quartile).map((raised) => ({
    raised,
    after: strainOf(state.supposing(raised.changes), query),
  }));
  const [best] = tried.sort(
    ({ after: a }, { after: b }) => a.over - b.over || a.highest - b.highest || a.perDay - b.perDay,
  );
  return idea<'ratio', RaisedRatio>('ratio', best?.raised ?? null);
}

function headIdea(state: PlanState, query: ClosingQuery) {
  const found = moreHead(state, query, query.words.head);
  return idea('head', found && { ...found, ramp: RAMP.share, months: RAMP.months });
}
