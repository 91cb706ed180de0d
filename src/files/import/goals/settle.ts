import type { GoalEdit, GoalsAnswer } from '../../../model/planning/goals.ts';
import { monthsOf, type MonthSpan } from '../../../model/time.ts';
import { GoalTree } from './tree.ts';
import type { GoalCell, GoalDraft, GoalFacts } from './types.ts';

/** Totals that differ from what the file has below them: are they meant, or what stands below? */
export type TotalsMeant = 'parts' | 'totals';

export interface GoalDifference {
  readonly cell: GoalCell;
  /** What the file's cells below it come to. */
  readonly sum: number;
  /** It is what the plan has: the file was typed over below it only. */
  readonly isOld: boolean;
  /** Names of those whose goals it may hold though they are not imported. */
  readonly leftOut: readonly string[];
}

export interface ComparedGoal {
  readonly cell: GoalCell;
  /** Minor units; null = blank. */
  readonly before: number | null;
}

export interface SettledGoals {
  /** What is typed, so to speak; empty: nothing would change. */
  readonly edits: readonly GoalEdit[];
  readonly fresh: number;
  readonly same: number;
  readonly changed: readonly ComparedGoal[];
  /** Cells that are set to zero. */
  readonly zeros: number;
  /** Totals that are what stands below them: they follow. */
  readonly sums: number;
  /** Totals that differ. */
  readonly differences: readonly GoalDifference[];
  /** There is nobody to share them out to. */
  readonly nobody: readonly GoalCell[];
}

interface Held extends GoalCell {
  readonly leaves: readonly string[];
}

/**
 * From the goals of a file to what is asked of the planner. Totals whose parts all stand in the file follow them and are
 * not asked for; `totals` says what is meant where they differ, or may hold the goals of somebody who is left out, null = nobody has said (the edits go by the parts).
 * Cells that stay what they are hold, so that what else changes goes where the file leaves room.
 */
export function settleGoals(
  { cells, leftOut }: Pick<GoalDraft, 'cells' | 'leftOut'>,
  facts: GoalFacts,
  present: GoalsAnswer,
  totals: TotalsMeant | null,
): SettledGoals {
  const tree = new GoalTree(facts);
  const now = presentOf(present);
  const held = cells.map((cell): Held => ({ ...cell, leaves: tree.leaves(cell.unit, cell.span) }));
  const nobody = held.filter(({ leaves }) => leaves.length === 0);
  const asked = held
    .filter(({ leaves }) => leaves.length > 0)
    .sort((a, b) => a.leaves.length - b.leaves.length);
  const slices = bySegment(asked).map((slice) => settleSlice(slice, leftOut, now, totals));
  const over = overSegments(asked, facts);
  const left = new Set(totals === 'totals' ? [] : over.map(({ cell }) => cell));
  const compare = (list: readonly GoalCell[]) => list.map((cell) => compared(cell, now));
  const isNew = compare(asked).some(isOther);
  const kept = slices.flatMap(({ edits }) => edits).filter((cell) => !left.has(cell));
  const counted = compare(isNew ? kept : asked);
  const changed = counted.filter((goal) => goal.before !== null && isOther(goal));
  const fresh = counted.filter(({ before }) => before === null).length;
  return {
    edits: fresh + changed.length === 0 ? [] : kept.map(editOf),
    ...{ fresh, changed, same: counted.length - fresh - changed.length },
    zeros: counted.filter(({ cell }) => cell.amount === 0).length,
    sums: isNew ? slices.reduce((sum, slice) => sum + slice.sums, 0) : 0,
    differences: isNew ? [...slices.flatMap((slice) => slice.differences), ...over] : [],
    nobody,
  };
}

const editOf = ({ unit, span, segment, amount }: GoalCell): GoalEdit => ({
  ...{ unit, span, segment, amount },
  spread: null,
});

function compared(cell: GoalCell, now: Now): ComparedGoal {
  const before = now(cell);
  return { cell, before: Number.isNaN(before) ? null : before };
}

const isOther = ({ cell, before }: ComparedGoal): boolean => before !== cell.amount;

/** NaN where nobody has a goal. */
function presentOf({ units, months, amount, segments, ofSegment }: GoalsAnswer) {
  const rows = new Map(units.map((unit, at) => [unit, at]));
  const places = new Map(months.map((month, at) => [month, at]));
  return ({ unit, span, segment }: Pick<GoalCell, 'unit' | 'span' | 'segment'>): number => {
    const of = segment === null ? amount : ofSegment[segments.indexOf(segment)];
    const row = rows.get(unit) ?? -1;
    let sum = NaN;
    for (const month of monthsOf(span)) {
      const value = of?.[places.get(month) ?? -1]?.[row] ?? NaN;
      if (!Number.isNaN(value)) sum = (Number.isNaN(sum) ? 0 : sum) + value;
    }
    return sum;
  };
}

function bySegment(cells: readonly Held[]): Held[][] {
  const slices = new Map<string | null, Held[]>();
  for (const cell of cells) {
    const slice = slices.get(cell.segment);
    if (slice) slice.push(cell);
    else slices.set(cell.segment, [cell]);
  }
  return [...slices.values()];
}

type Now = ReturnType<typeof presentOf>;

/** The cells of one segment, smaller ones first. */
function settleSlice(
  cells: readonly Held[],
  leftOut: GoalDraft['leftOut'],
  now: Now,
  totals: TotalsMeant | null,
) {
  const single = new Map<string, number>();
  const coarse: Held[] = [];
  const edits: Held[] = [];
  const differences: GoalDifference[] = [];
  let sums = 0;
  for (const cell of cells) {
    if (cell.leaves.length === 1) {
      single.set(cell.leaves[0]!, cell.amount);
      edits.push(cell);
      continue;
    }
    const { sum, left, parts } = below(cell, single, coarse);
    const isRest = left.length > 0 && cell.amount > sum;
    const names = isRest ? leftOutOf(cell, sum, leftOut) : [];
    if (parts === 0 || (isRest && names.length === 0)) edits.push(cell);
    else if (cell.amount === sum) sums++;
    else {
      differences.push({ cell, sum, isOld: cell.amount === now(cell), leftOut: names });
      if (totals === 'totals') edits.push(cell);
    }
    if (edits.at(-1) === cell) coarse.push(cell);
  }
  return { edits: totals === 'totals' ? withoutParts(edits, differences) : edits, differences, sums };
}

/** Whose goals may be in what a total has beyond the rows below it, though they are not imported. */
function leftOutOf(cell: Held, sum: number, leftOut: GoalDraft['leftOut']): string[] {
  if (cell.segment !== null) return [];
  const { from, to } = cell.span;
  const within = leftOut.filter(
    ({ span, amount, row }) =>
      span.from >= from && span.to <= to && amount <= cell.amount - sum && row !== cell.row,
  );
  return [...new Set(within.map(({ name }) => name))];
}

/** What the file says below a cell, and the leaves that it leaves open. */
function below(cell: Held, single: ReadonlyMap<string, number>, coarse: readonly Held[]) {
  const open = new Set<string>();
  let [sum, parts] = [0, 0];
  for (const leaf of cell.leaves) {
    const amount = single.get(leaf);
    if (amount === undefined) open.add(leaf);
    else {
      sum += amount;
      parts++;
    }
  }
  for (const other of [...coarse].sort((a, b) => b.leaves.length - a.leaves.length)) {
    if (open.size === 0) break;
    if (other.leaves.length >= cell.leaves.length || !isWithin(other, cell)) continue;
    const known = other.leaves.filter((leaf) => single.has(leaf));
    if (known.length + other.leaves.filter((leaf) => open.has(leaf)).length < other.leaves.length) continue;
    for (const leaf of other.leaves) open.delete(leaf);
    sum += other.amount - known.reduce((total, leaf) => total + (single.get(leaf) ?? 0), 0);
    parts++;
  }
  return { sum, parts, left: [...open] };
}

const isWithin = (part: Held, whole: Held): boolean => {
  const leaves = new Set(whole.leaves);
  return part.leaves.every((leaf) => leaves.has(leaf));
};

/** Where a total is meant, what stands below it gives way: all of it that the total holds, in proportion. */
function withoutParts(edits: readonly Held[], differences: readonly GoalDifference[]): Held[] {
  const meant = new Set(differences.flatMap(({ cell, leftOut }) => (leftOut.length > 0 ? [] : [cell])));
  const wholes = edits.filter((cell) => meant.has(cell));
  return edits.filter((cell) => meant.has(cell) || !wholes.some((whole) => isWithin(cell, whole)));
}

const placeKey = (unit: string, { from, to }: MonthSpan): string => `${unit} ${from} ${to}`;

/** Goals of all segments together that are less than what the file has in the segments of the first level. */
function overSegments(cells: readonly Held[], { segments }: GoalFacts): GoalDifference[] {
  const parents = new Map(segments.map(({ key, parent }) => [key, parent]));
  const sums = new Map<string, number>();
  const put = (cell: Held, into: string | null) => {
    const key = `${placeKey(cell.unit, cell.span)} ${into ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0) + cell.amount);
  };
  for (const cell of cells) if (cell.segment !== null) put(cell, parents.get(cell.segment) ?? null);
  return cells.flatMap((cell) => {
    const sum = sums.get(`${placeKey(cell.unit, cell.span)} ${cell.segment ?? ''}`);
    return sum !== undefined && sum > cell.amount ? [{ cell, sum, isOld: false, leftOut: [] }] : [];
  });
}
