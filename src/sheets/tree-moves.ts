import type { Change } from '../model/diff.ts';
import { recordId } from '../model/ids.ts';
import type { Unit } from '../model/records/unit.ts';
import { parentsOf } from './rows.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** The tree as lists of siblings that can be rearranged; what differs from the records afterwards is the change. */
export class Siblings {
  readonly parents: Map<string, string | null>;
  private readonly children = new Map<string | null, string[]>();
  private readonly units: ReadonlyMap<string, Unit>;

  constructor(units: readonly Unit[]) {
    this.units = new Map(units.map((unit) => [unit.key, unit]));
    this.parents = parentsOf(units);
    for (const { key } of units) this.of(this.parents.get(key) ?? null).push(key);
  }

  of(parent: string | null): string[] {
    const known = this.children.get(parent) ?? [];
    this.children.set(parent, known);
    return known;
  }

  around(key: string): { list: string[]; at: number } {
    const list = this.of(this.parents.get(key) ?? null);
    return { list, at: list.indexOf(key) };
  }

  isRep(key: string): boolean {
    return this.units.get(key)?.kind === 'rep';
  }

  put(key: string, parent: string | null, at: number): void {
    const { list, at: from } = this.around(key);
    list.splice(from, 1);
    this.parents.set(key, parent);
    this.of(parent).splice(at, 0, key);
  }

  /** Only lists that were touched are numbered anew. */
  changes(touched: ReadonlySet<string | null>): Change[] {
    return [...touched].flatMap((parent) =>
      this.of(parent).flatMap((key, order) => this.changed(key, order)),
    );
  }

  private changed(key: string, order: number): Change[] {
    const unit = this.units.get(key);
    const parent = this.parents.get(key) ?? null;
    const id = recordId.unit(key);
    return [
      ...(unit?.parent === parent ? [] : [{ id, field: 'parent', value: parent }]),
      ...(unit?.order === order ? [] : [{ id, field: 'order', value: order }]),
    ];
  }
}

/** Selected units whose parents are selected too move along with them. */
export function tops(tree: Siblings, keys: readonly string[]): string[] {
  const selected = new Set(keys);
  const held = (key: string): boolean => {
    for (let up = tree.parents.get(key) ?? null; up !== null; up = tree.parents.get(up) ?? null)
      if (selected.has(up)) return true;
    return false;
  };
  return keys.filter((key) => !held(key));
}

function step(tree: Siblings, key: string, direction: Direction, moving: ReadonlySet<string>): void {
  const { list, at } = tree.around(key);
  const parent = tree.parents.get(key) ?? null;
  const stays = (other: string | undefined): other is string => other !== undefined && !moving.has(other);
  if (direction === 'up' && stays(list[at - 1])) tree.put(key, parent, at - 1);
  if (direction === 'down' && stays(list[at + 1])) tree.put(key, parent, at + 1);
  if (direction === 'out' && parent !== null)
    tree.put(key, tree.parents.get(parent) ?? null, tree.around(parent).at + 1);
  // Nobody stands under a member: the nearest sibling above that can hold others takes it.
  const holder = list.slice(0, at).findLast((other) => !moving.has(other) && !tree.isRep(other));
  if (direction === 'in' && holder !== undefined) tree.put(key, holder, tree.of(holder).length);
}

/** Moves units among their siblings, under the one above, or out behind their parent; siblings are numbered anew. */
export function moveUnits(units: readonly Unit[], keys: readonly string[], direction: Direction): Change[] {
  const tree = new Siblings(units);
  const moved = tops(tree, keys);
  const moving = new Set(moved);
  const touched = new Set<string | null>();
  // From the far end, so that those who move make room for the next and stay in order.
  for (const key of direction === 'down' || direction === 'out' ? moved.toReversed() : moved) {
    touched.add(tree.parents.get(key) ?? null);
    step(tree, key, direction, moving);
    touched.add(tree.parents.get(key) ?? null);
  }
  return tree.changes(touched);
}
