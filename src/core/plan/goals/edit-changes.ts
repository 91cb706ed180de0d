import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { Json, Values } from '../../../model/json.ts';
import type { GoalEdit } from '../../../model/planning.ts';
import type { SpreadMethod } from '../../../model/records/goals.ts';
import type { Month } from '../../../model/time.ts';
import type { GoalSolution } from '../../goals/cube.ts';
import type { PlanState } from '../plan-state.ts';
import type { PlanCube } from './goal-cube.ts';

export type Found = Extract<GoalSolution, { possible: true }>;

interface FoundLeaf {
  readonly rep: string;
  readonly month: Month;
  readonly slot: string;
  /** null = blank. */
  readonly amount: number | null;
  readonly isKnown: boolean;
}

/** Calls with each goal that differs. */
export function eachFound(
  { org, plan }: PlanState,
  { cube, months, slots }: PlanCube,
  { leaves, amounts }: Found,
  call: (leaf: FoundLeaf) => void,
): void {
  leaves.forEach((leaf, at) => {
    const start = Math.floor(leaf / slots.length);
    const rep = org.repKeys[Math.floor(start / months.length)] ?? '';
    const month = months[start % months.length] ?? '';
    const slot = slots[leaf % slots.length] ?? '';
    const value = amounts[at] ?? NaN;
    const isKnown = !Number.isNaN(cube.present[leaf]) || plan.goals.isKnown(rep, month, slot);
    call({ rep, month, slot, amount: Number.isNaN(value) ? null : value, isKnown });
  });
}

/** The goals that differ, as changes: a record that is there is edited, another one made. */
export function leafChanges(state: PlanState, made: PlanCube, found: Found): Change[] {
  const changes: Change[] = [];
  eachFound(state, made, found, ({ rep, month, slot, amount, isKnown }) => {
    const id = recordId.goal(rep, month, slot);
    if (isKnown) changes.push({ id, field: 'amount', value: amount });
    else if (amount !== null) changes.push({ create: id, values: { amount } });
  });
  return changes;
}

/** How a typed total was shared out, kept with it. A single leaf is shared out by nothing, a blank total neither. */
export function spreadChanges(
  state: PlanState,
  edit: GoalEdit,
  method: SpreadMethod,
  isBlank: boolean,
): Change[] {
  const id = recordId.spreadBy(edit);
  const before = state.plan.goalTerms.spread(id);
  if (isLeaf(state, edit)) return [];
  if (isBlank) return before ? [{ remove: id }] : [];
  const { like = null, growth = null, mix = [] } = edit.spread ?? {};
  const now = { method, like, growth, mix: mix.map((part) => ({ ...part })), setOn: state.asOf };
  if (!before) return [{ create: id, values: written(now) }];
  return Object.entries(now).flatMap(([field, value]): Change[] =>
    JSON.stringify(value) === JSON.stringify(before[field as keyof typeof now]) ? [] : [{ id, field, value }],
  );
}

/** Blanks are left out. */
const written = (values: Readonly<Record<string, Json>>): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** A rep's month in a segment without parts, or in a plan without segments. */
function isLeaf({ org, plan }: PlanState, { unit, span, segment }: GoalEdit): boolean {
  if (span.from !== span.to || (org.repOf[org.index.get(unit) ?? -1] ?? -1) < 0) return false;
  return !plan.goalTerms.segments.some((place) => place.parent === segment);
}
