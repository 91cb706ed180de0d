import type { WorkPattern } from '../../model/records/settings.ts';
import type { Unit } from '../../model/records/unit.ts';

/**
 * The org tree as columns. Units are in tree order (depth first, siblings by order, then name); reps have a second
 * index of their own that does not change when units are renamed or moved, so that evidence can stay where it is.
 */
export interface Org {
  readonly units: readonly Unit[];
  readonly index: ReadonlyMap<string, number>;
  /** Index of the unit that this one's numbers are summed into; -1 at the top. */
  readonly sumsInto: Int32Array;
  /** Unit indices, each behind what it is summed into; null = the units are in that order. */
  readonly topDown: Int32Array | null;
  /** Rep index of each unit; -1 = not a rep. */
  readonly repOf: Int32Array;
  /** Unit index of each rep. */
  readonly reps: Int32Array;
  /** Keys of the reps, sorted. */
  readonly repKeys: readonly string[];
  readonly patterns: readonly WorkPattern[];
  /** Org levels below the company, from the top: the group index of each rep; -1 = no team. */
  readonly levels: readonly Int32Array[];
  /** Where a team's evidence stands in `levels`; null = the whole company (or a rep). */
  readonly groupOf: readonly ({ readonly level: number; readonly group: number } | null)[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const bySiblingOrder = (a: Unit, b: Unit): number =>
  a.order - b.order || compare(a.name, b.name) || compare(a.key, b.key);

/** Builds the tree. A missing parent, or one in a circle, puts the unit at the top. */
export function buildOrg(all: ReadonlyMap<string, Unit>, defaultPattern: WorkPattern): Org {
  const units = inTreeOrder(all);
  const index = new Map(units.map((unit, at) => [unit.key, at]));
  const parents = parentIndices(units, index);
  const isRep = units.map((unit) => unit.kind === 'rep');
  const repKeys = units
    .filter((unit) => unit.kind === 'rep')
    .map((unit) => unit.key)
    .sort(compare);
  const reps = Int32Array.from(repKeys, (key) => index.get(key) ?? -1);
  const repOf = new Int32Array(units.length).fill(-1);
  reps.forEach((unit, rep) => (repOf[unit] = rep));
  const sumsInto = nearestTeams(parents, isRep);
  return {
    units,
    index,
    sumsInto,
    topDown: null,
    repOf,
    reps,
    repKeys,
    patterns: patternsOf(units, parents, defaultPattern),
    ...groupsOf(units, sumsInto, reps),
  };
}

function inTreeOrder(all: ReadonlyMap<string, Unit>): Unit[] {
  const children = new Map<string | null, Unit[]>();
  for (const unit of all.values()) {
    const parent = unit.parent !== null && all.has(unit.parent) ? unit.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit);
    else children.set(parent, [unit]);
  }
  const placed = new Set<Unit>();
  const visit = (unit: Unit): void => {
    if (placed.has(unit)) return;
    placed.add(unit);
    children.get(unit.key)?.sort(bySiblingOrder).forEach(visit);
  };
  children.get(null)?.sort(bySiblingOrder).forEach(visit);
  // What is left hangs on circles of parents.
  for (const unit of [...all.values()].sort(bySiblingOrder))
    if (!placed.has(unit)) visit(onCircle(unit, all));
  return [...placed];
}

/** The first unit that comes up twice on the way to the top. */
function onCircle(from: Unit, all: ReadonlyMap<string, Unit>): Unit {
  const met = new Set<Unit>();
  let unit = from;
  while (!met.has(unit)) {
    met.add(unit);
    unit = all.get(unit.parent ?? '') ?? unit;
  }
  return unit;
}

/** A parent that comes after its child closes a circle: the child stands at the top. */
const parentIndices = (units: readonly Unit[], index: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(units, (unit, at) => {
    const parent = unit.parent === null ? -1 : (index.get(unit.parent) ?? -1);
    return parent < at ? parent : -1;
  });

function nearestTeams(parents: Int32Array, isRep: readonly boolean[]): Int32Array {
  const nearest = new Int32Array(parents.length).fill(-1);
  parents.forEach((parent, at) => {
    if (parent >= 0) nearest[at] = isRep[parent] ? (nearest[parent] ?? -1) : parent;
  });
  return nearest;
}

function patternsOf(units: readonly Unit[], parents: Int32Array, byDefault: WorkPattern): WorkPattern[] {
  const patterns: WorkPattern[] = [];
  units.forEach((unit, at) => {
    patterns.push(unit.pattern ?? patterns[parents[at] ?? -1] ?? byDefault);
  });
  return patterns;
}

/** The teams above a unit, the highest first, the company left out. */
function pathTo(at: number, units: readonly Unit[], sumsInto: Int32Array): number[] {
  const path: number[] = [];
  for (let up = at; up >= 0; up = sumsInto[up] ?? -1) if (units[up]?.kind !== 'company') path.unshift(up);
  return path;
}

function groupsOf(
  units: readonly Unit[],
  sumsInto: Int32Array,
  reps: Int32Array,
): Pick<Org, 'levels' | 'groupOf'> {
  const paths = Array.from(reps, (unit) => pathTo(sumsInto[unit] ?? -1, units, sumsInto));
  const depth = Math.max(0, ...paths.map((path) => path.length));
  const groupOf: Org['groupOf'][number][] = units.map(() => null);
  const levels = Array.from({ length: depth }, (_, level) => {
    const groups = new Map<number, number>();
    // A rep higher up in the tree stays with the lowest team it has.
    return Int32Array.from(paths, (path) => {
      const team = path[Math.min(level, path.length - 1)];
      if (team === undefined) return -1;
      if (!groups.has(team)) groups.set(team, groups.size);
      const group = groups.get(team) ?? 0;
      if (path.length > level) groupOf[team] = { level, group };
      return group;
    });
  });
  return { levels, groupOf };
}

/** Adds each rep's number into the units above it, in place: NaN = no number below. `column` is in tree order. */
export function sumUp({ sumsInto, topDown }: Org, column: Float64Array): Float64Array {
  for (let left = column.length - 1; left >= 0; left--) {
    const at = topDown ? (topDown[left] ?? -1) : left;
    const value = column[at] ?? NaN;
    const into = sumsInto[at] ?? -1;
    if (into < 0 || Number.isNaN(value)) continue;
    const sum = column[into] ?? NaN;
    column[into] = Number.isNaN(sum) ? value : sum + value;
  }
  return column;
}

/** Unit indices, each behind what it is summed into. */
export const downwards = (org: Org): Iterable<number> => org.topDown ?? org.units.keys();

/** A column by rep from values by key; `blank` for whoever has none. */
export function ofReps(
  org: Org,
  values: ReadonlyMap<string, number> | undefined,
  blank: number,
): Float64Array {
  const column = new Float64Array(org.repKeys.length).fill(blank);
  if (values?.size) org.repKeys.forEach((key, rep) => (column[rep] = values.get(key) ?? blank));
  return column;
}

/** A column by rep, put in tree order and summed up. */
export function byUnit(org: Org, ofReps: ArrayLike<number>): Float64Array {
  const column = new Float64Array(org.units.length).fill(NaN);
  org.reps.forEach((unit, rep) => (column[unit] = ofReps[rep] ?? NaN));
  return sumUp(org, column);
}

/** As `byUnit`, but totals add up what is shown of their reps: what the eye adds is what they say. */
export function byUnitAsShown(
  org: Org,
  ofReps: Float64Array,
  shown: (value: number) => number,
): Float64Array {
  const column = byUnit(org, ofReps.map(shown));
  org.reps.forEach((unit, rep) => (column[unit] = ofReps[rep] ?? NaN));
  return column;
}

/** In place of a unit's index: all reps, whatever stands at the top of the tree. */
export const EVERYBODY = -2;

/** The index of a unit by its key, null = everybody; -1 = there is no such unit. */
export const placeOf = (org: Org, key: string | null): number =>
  key === null ? EVERYBODY : (org.index.get(key) ?? -1);

/** By rep: the index of the unit that it is summed into; -1 = none. */
export const teamsOfReps = (org: Org): Int32Array => org.reps.map((unit) => org.sumsInto[unit] ?? -1);

/** Rep indices below a unit (a rep: itself), in tree order. */
export function repsUnder(org: Org, unit: number): number[] {
  if (unit === EVERYBODY)
    return Array.from(downwards(org), (at) => org.repOf[at] ?? -1).filter((rep) => rep >= 0);
  const own = org.repOf[unit] ?? -1;
  if (own >= 0) return [own];
  const under = new Uint8Array(org.units.length);
  under[unit] = 1;
  const reps: number[] = [];
  for (const at of downwards(org)) {
    if (!under[org.sumsInto[at] ?? -1]) continue;
    under[at] = 1;
    const rep = org.repOf[at] ?? -1;
    if (rep >= 0) reps.push(rep);
  }
  return reps;
}

/** A renamed or reordered tree leaves the evidence as it was: the same reps in the same groups. */
export function keepEvidenceIndex(next: Org, previous: Org | undefined): Org {
  if (!previous || next.repKeys.join() !== previous.repKeys.join()) return next;
  const { repKeys } = previous;
  const asText = (levels: Org['levels']): string => levels.map((level) => level.join()).join(';');
  const same = asText(next.levels) === asText(previous.levels);
  return { ...next, repKeys, levels: same ? previous.levels : next.levels };
}
