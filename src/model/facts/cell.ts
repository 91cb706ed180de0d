import type { Json } from '../json.ts';
import { replaces, sameDot, type Stamp } from './stamp.ts';

/** A value somebody wrote. A fact never changes; a newer one that had seen it replaces it. */
export interface Fact {
  readonly v: Json;
  readonly s: Stamp;
}

/** The facts of a record's field that nobody has replaced yet: one as a rule, several while people disagree. */
export type Cell = readonly Fact[];

export const NO_FACTS: Cell = [];

export const sameValue = (a: Json, b: Json): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

const sameFact = (a: Fact, b: Fact): boolean => sameDot(a.s, b.s) && sameValue(a.v, b.v);

export const sameCell = (a: Cell, b: Cell): boolean =>
  a === b || (a.length === b.length && a.every((fact, i) => sameFact(fact, b[i]!)));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of show: newest by wall clock, then any total order. Wrong clocks do no harm: rivals are listed anyway. */
export const byNewest = (a: Fact, b: Fact): number =>
  b.s.at - a.s.at ||
  compare(b.s.by, a.s.by) ||
  b.s.n - a.s.n ||
  compare(JSON.stringify(a.v), JSON.stringify(b.v));

/** All facts of both less the replaced ones, in the order of show; `a` itself if `b` brings nothing. */
export function joinCell(a: Cell, b: Cell): Cell {
  if (!b.length || a === b) return a;
  if (!a.length) return b;
  const all = [...a, ...b.filter((theirs) => !a.some((mine) => sameFact(mine, theirs)))];
  const kept = all.filter((fact) => !all.some((other) => replaces(other.s, fact.s)));
  if (kept.length === a.length && kept.every((fact, i) => fact === a[i])) return a;
  return kept.sort(byNewest);
}
