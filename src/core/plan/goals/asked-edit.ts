import type { InSteps } from '../../in-steps.ts';
import type { GoalEdit, Spread } from '../../../model/planning.ts';
import type { SpreadMethod } from '../../../model/records/goals.ts';
import { monthsOf } from '../../../model/time.ts';
import type { CubeEdit, GoalBox, Weigh } from '../../goals/cube.ts';
import { NOT_SPLIT } from '../goal-table.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { eachLeaf, type EditCube } from './edit-cube.ts';
import { heldLeaves, type TypedBox } from './held-leaves.ts';
import { settledOf } from './settled.ts';
import { weigher } from './weigher.ts';
import { fallback, fallbackMethod, isBlank, weightsOf } from './weights/index.ts';
import { asNow } from './weights/present.ts';
import type { Nothing, SpreadOver } from './weights/spread-over.ts';

/** An edit made ready for the cube, with the method that it really goes by. */
export interface AskedEdit {
  readonly edit: CubeEdit;
  readonly method: SpreadMethod;
  /** Why the wanted method has nothing to go by. */
  readonly missing: Nothing | null;
}

/** `all`: what is typed with it. Null = there is no such unit or segment. */
export function* askedEdit(
  state: PlanState,
  made: EditCube,
  edit: GoalEdit,
  all: readonly GoalEdit[],
): InSteps<AskedEdit | null> {
  const box = made.boxOf(edit);
  if (!box) return null;
  openIfShut(made, box);
  if (edit.spread === null && box.from === box.to && isRep(state, box.unit)) return plain(box, edit);
  const over = spreadOver(state, made, box, edit, all);
  return isAsNow(edit.spread) ? inProportion(made, box, edit, over) : yield* byMethod(made, box, edit, over);
}

const isAsNow = (spread: Spread | null): boolean =>
  spread === null || (spread.method === 'proportional' && spread.mix.length === 0);

/** The cube knows the present values itself; only where there are none, weights are worked out. */
function inProportion(made: EditCube, box: GoalBox, edit: GoalEdit, over: SpreadOver): AskedEdit {
  let [present, some] = [0, false];
  eachLeaf(made, box, (leaf) => {
    const value = made.cube.present[leaf] || 0;
    present += value;
    some ||= value > 0;
  });
  const growth = edit.spread?.growth ?? null;
  const amount = growth === null ? edit.amount : rounded(present * (1 + growth), made.cube.splitUnit);
  const otherwise = lazily(() => weigher(made, over, box.from, { weights: asNow(over), share: null }));
  const isBySeason = !some && isBlank(over);
  return {
    edit: { box, amount, weigh: null, otherwise },
    method: isBySeason ? fallbackMethod(over) : 'proportional',
    missing: null,
  };
}

function* byMethod(made: EditCube, box: GoalBox, edit: GoalEdit, over: SpreadOver): InSteps<AskedEdit> {
  const spread = edit.spread!;
  const wanted = yield* weightsOf(over, spread);
  const isMissing = typeof wanted === 'string';
  const otherwise = lazily(() => weigher(made, over, box.from, fallback(over)));
  const total = isMissing || wanted.total === null ? null : rounded(wanted.total, made.cube.splitUnit);
  return {
    edit: {
      ...{ box, amount: total ?? edit.amount, otherwise },
      weigh: isMissing ? otherwise : weigher(made, over, box.from, wanted),
    },
    method: isMissing ? fallbackMethod(over) : spread.method,
    missing: isMissing ? wanted : null,
  };
}

/** Most totals have something to go by: weights for those that have not are worked out when they are asked for. */
function lazily(make: () => Weigh): Weigh {
  let made: Weigh | null = null;
  return (leaf) => (made ??= make())(leaf);
}

/** A rep's month is shared out by what it is made of now; what is blank is not split. */
const plain = (box: GoalBox, { amount }: GoalEdit): AskedEdit => ({
  edit: { box, amount, weigh: null, otherwise: null },
  method: 'proportional',
  missing: null,
});

const isRep = ({ org }: PlanState, unit: number): boolean => (org.repOf[unit] ?? -1) >= 0;

const rounded = (total: number, splitUnit: number): number => Math.round(total / splitUnit) * splitUnit;

/** What is typed for somebody who is not employed then is meant so. */
function openIfShut(made: EditCube, box: GoalBox): void {
  const { open } = made.cube;
  let openLeaves = 0;
  eachLeaf(made, box, (leaf) => (openLeaves += open[leaf] ?? 0));
  if (openLeaves === 0) eachLeaf(made, box, (leaf) => (open[leaf] = 1));
}

function spreadOver(
  state: PlanState,
  made: EditCube,
  box: GoalBox,
  edit: GoalEdit,
  all: readonly GoalEdit[],
): SpreadOver {
  const months = monthsOf(edit.span);
  const under = months.map((month) => new Set(repsUnder(state.orgOf(month), box.unit)));
  const reps = [...new Set(under.flatMap((each) => [...each]))];
  const isSame = under.every(({ size }) => size === reps.length);
  const below = isSame
    ? null
    : Uint8Array.from(reps.flatMap((rep) => under.map((each) => (each.has(rep) ? 1 : 0))));
  const leaves = made.slots.filter(
    (_, slot) =>
      box.segment < 0 ||
      slot - 1 === box.segment ||
      (slot > 0 && made.cube.parentOfSegment[slot - 1] === box.segment),
  );
  const own = edit.segment ?? NOT_SPLIT;
  const typed = () =>
    all.flatMap((other): TypedBox[] => {
      const within = other === edit ? null : made.boxOf(other);
      return within ? [{ box: within, amount: other.amount }] : [];
    });
  const over = { state, unit: box.unit, reps, months, below, leaves, own, amount: edit.amount ?? 0 };
  return { ...over, settled: () => settledOf(made, over, box, heldLeaves(made, box, typed())) };
}
