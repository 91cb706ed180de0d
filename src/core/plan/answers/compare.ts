import type { CompareAnswer, ComparedRatio, CompareQuery } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import type { PlanState } from '../plan-state.ts';
import { workPace } from '../review/work-pace.ts';
import { repsOf } from './review.ts';

type Row = CompareAnswer['rows'][number];

/** Two reps beside each other by all that is known of them, and what one would bring with the other's numbers. */
export function compareAnswer(state: PlanState, { unit, other, months }: CompareQuery): CompareAnswer {
  const { org } = state;
  const rep = org.repOf[org.index.get(unit) ?? -1] ?? -1;
  const steps = [...state.steps].reverse();
  if (rep < 0 || steps.length === 0) return { kind: 'compare', unit, rows: [] };
  const rivals = other === null ? teamOf(state, rep) : repsOf(org, other);
  const work = workOf(state, months, steps[0]!.step.from);
  const money = steps.reduce((product, step) => product * ratioOf(step, rep), work[rep]!.x);
  const rows: Row[] = [
    { step: null, own: named(state, rep, work[rep]!), ...against(work, rep, rivals) },
    ...steps.map((ratios): Row => {
      const { measure, from, kind } = ratios.step;
      const known = org.repKeys.map((_, at) => evidenceOf(ratios, at));
      return {
        step: { measure, from, kind },
        own: named(state, rep, known[rep]!),
        ...against(known, rep, rivals),
      };
    }),
  ];
  return { kind: 'compare', unit, rows };

  /** Of several the one with the highest number. */
  function against(
    known: readonly Known[],
    own: number,
    among: readonly number[],
  ): Pick<Row, 'other' | 'brings'> {
    const best = among
      .filter((each) => each !== own && known[each]!.ratio > 0)
      .sort((a, b) => known[b]!.ratio - known[a]!.ratio)[0];
    if (best === undefined) return { other: null, brings: NaN };
    const there = known[best]!;
    return { other: named(state, best, there), brings: money * (there.ratio / known[own]!.ratio - 1) };
  }
}

interface Known {
  readonly ratio: number;
  readonly x: number;
  readonly n: number;
}

const named = ({ org }: PlanState, rep: number, known: Known): ComparedRatio => ({
  unit: org.repKeys[rep]!,
  ...known,
});

const ratioOf = ({ fit }: StepRatios, rep: number): number => fit?.reps[rep]?.shrunk ?? NaN;

/** The record drawn to the team's by its weight; who has none of their own is nobody's measure. */
function evidenceOf({ fit }: StepRatios, rep: number): Known {
  const belief = fit?.reps[rep];
  if (!belief || belief.basis !== 'own') return { ratio: belief?.shrunk ?? NaN, x: 0, n: 0 };
  return { ratio: belief.shrunk, x: belief.x, n: belief.n };
}

/** The other reps of the team that a rep belongs to. */
function teamOf(state: PlanState, rep: number): number[] {
  const { org } = state;
  const team = org.sumsInto[org.reps[rep]!] ?? -1;
  return team < 0 ? repsOf(org, null) : repsOf(org, org.units[team]!.key);
}

/** Work a working day over the months. */
const workOf = (state: PlanState, months: readonly Month[], work: string): Known[] =>
  state.org.repKeys.map((_, rep) => {
    const { done, days } = workPace(state, work, rep, months);
    return { ratio: done / days, x: done, n: days };
  });
