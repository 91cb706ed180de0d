import { slotsOf, type GoalBox, type GoalCube } from './cube.ts';

/** The leaves below each total. */
export interface Reach {
  /** Visits the leaves that take part: those that are open or have money. */
  readonly each: (box: GoalBox, visit: (leaf: number) => void) => void;
}

/** Reps in the order of a month's tree, so that those under any unit stand side by side. */
interface Column {
  readonly reps: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export function reachOf(cube: GoalCube): Reach {
  const { months, open, present } = cube;
  const slots = slotsOf(cube);
  const columns = columnsOf(cube);
  const slotsBySegment = Array.from({ length: slots }, (_, at) => slotsUnder(cube, at - 1));
  const takesPart = (leaf: number): boolean => open[leaf] === 1 || Math.abs(present[leaf] ?? NaN) > 0;
  return {
    each({ unit, from, to, segment }, visit) {
      const inside = slotsBySegment[segment + 1] ?? [];
      for (let month = from; month <= to; month++) {
        const column = columns[month];
        if (!column) continue;
        const end = column.end[unit] ?? 0;
        for (let at = column.start[unit] ?? 0; at < end; at++) {
          const first = ((column.reps[at] ?? 0) * months + month) * slots;
          for (const slot of inside) if (takesPart(first + slot)) visit(first + slot);
        }
      }
    },
  };
}

function slotsUnder({ parentOfSegment }: GoalCube, segment: number): number[] {
  const slots = segment < 0 ? [0] : [];
  for (let at = 0; at < parentOfSegment.length; at++) {
    let up = at;
    while (up !== segment && up >= 0) up = parentOfSegment[up] ?? -1;
    if (up === segment) slots.push(at + 1);
  }
  return slots;
}

/** Months with the same tree share a column. */
function columnsOf(cube: GoalCube): Column[] {
  const { months, parentOfUnit } = cube;
  const units = parentOfUnit.length / months;
  const columns: Column[] = [];
  for (let month = 0; month < months; month++) {
    const last = columns.at(-1);
    columns.push(last && sameTree(parentOfUnit, units, months, month) ? last : columnOf(cube, units, month));
  }
  return columns;
}

function sameTree(parents: Int32Array, units: number, months: number, month: number): boolean {
  for (let unit = 0; unit < units; unit++)
    if (parents[unit * months + month] !== parents[unit * months + month - 1]) return false;
  return true;
}

function columnOf({ months, parentOfUnit, unitOfRep }: GoalCube, units: number, month: number): Column {
  const children = childrenOf(parentOfUnit, units, months, month);
  const repOfUnit = new Int32Array(units).fill(-1);
  unitOfRep.forEach((unit, rep) => (repOfUnit[unit] = rep));
  const column = {
    reps: new Int32Array(unitOfRep.length),
    start: new Int32Array(units),
    end: new Int32Array(units),
  };
  let count = 0;
  const visit = (unit: number): void => {
    column.start[unit] = count;
    const rep = repOfUnit[unit] ?? -1;
    if (rep >= 0) column.reps[count++] = rep;
    children[unit]?.forEach(visit);
    column.end[unit] = count;
  };
  for (let unit = 0; unit < units; unit++) if ((parentOfUnit[unit * months + month] ?? -1) < 0) visit(unit);
  return column;
}

function childrenOf(
  parents: Int32Array,
  units: number,
  months: number,
  month: number,
): (number[] | undefined)[] {
  const children: (number[] | undefined)[] = [];
  for (let unit = 0; unit < units; unit++) {
    const parent = parents[unit * months + month] ?? -1;
    if (parent >= 0) (children[parent] ??= []).push(unit);
  }
  return children;
}
