import type { Change } from '../../../model/diff.ts';
import type { GoalFate, ReorganisingAnswer, ReorganisingQuery } from '../../../model/planning.ts';
import type { PlanState } from '../plan-state.ts';
import { editsOf, withoutNothing } from '../reorganising/edits.ts';
import { leaversOf, takenOver } from '../reorganising/left-goals.ts';
import { areNew, teamsOfNew } from '../reorganising/newcomers.ts';
import { goalIn } from '../reorganising/sums.ts';
import { hasOthers, reorganised, type Reorganised } from '../reorganising/who.ts';
import { goalEditAnswer } from './goal-edit.ts';

/** What a move, an end, a deletion or a beginning does to the goals from a month on, by what is to become of them. */
export function reorganisingAnswer(state: PlanState, query: ReorganisingQuery): ReorganisingAnswer {
  const who = reorganised(state, query);
  const made = goalChanges(who, query);
  const refused = 'refused' in made ? made.refused : null;
  const changes = 'refused' in made ? null : made.changes;
  const after = changes && state.supposing([...query.changes, ...changes]);
  const { months } = who;
  const [from, to] = [months[0], months.at(-1)];
  return {
    kind: 'reorganising',
    span: from === undefined || to === undefined ? null : { from, to },
    fates: fatesOf(who),
    ...{ from: who.from, to: who.to },
    ...{ changes, refused },
    sums: [...who.units, ...who.from, ...who.to].map((unit) => ({
      unit,
      before: goalIn(state, unit, months),
      after: after ? goalIn(after, unit, months) : NaN,
    })),
    leavers: leaversOf(who),
  };
}

type Made =
  { readonly changes: readonly Change[] } | { readonly refused: NonNullable<ReorganisingAnswer['refused']> };

function goalChanges(who: Reorganised, query: ReorganisingQuery): Made {
  if (query.fate === 'takenOver') return { changes: query.of === null ? [] : takenOver(who, query.of) };
  const edits = editsOf(who, query);
  if (edits.length === 0) return { changes: [] };
  const answer = goalEditAnswer(who.then, { kind: 'goalEdit', edits });
  return answer.possible ? { changes: withoutNothing(who, answer.changes) } : { refused: answer };
}

/** Nobody to take the goals over, or nowhere to spread them: that is not offered. */
function fatesOf(who: Reorganised): GoalFate[] {
  const { now, months } = who;
  if (months.length === 0) return ['asIs'];
  if (areNew(who)) return fatesOfNew(who);
  const isMove = who.to.length > 0;
  const stays = who.from.length > 0 && who.from.every((team) => hasOthers(who, team));
  const spreads = isMove && who.to.every((team) => goalIn(now, team, months) > 0 && !holds(who, team));
  return [
    'asIs',
    ...(stays ? ['stays' as const] : []),
    ...(spreads ? ['spread' as const] : []),
    ...(isMove ? [] : ['dropped' as const]),
  ];
}

function fatesOfNew(who: Reorganised): GoalFate[] {
  const spreads = teamsOfNew(who).some((team) => goalIn(who.now, team, who.months) > 0);
  return [
    'asIs',
    ...(leaversOf(who).length > 0 ? ['takenOver' as const] : []),
    ...(spreads ? ['spread' as const] : []),
  ];
}

/** A team that they were in already: its goal stays without anybody's doing. */
const holds = ({ now, months, units }: Reorganised, team: string): boolean =>
  units.some((unit) => {
    const org = now.orgOf(months[0] ?? '');
    let at = org.index.get(unit) ?? -1;
    while (at >= 0 && org.units[at]?.key !== team) at = org.sumsInto[at] ?? -1;
    return at >= 0;
  });
