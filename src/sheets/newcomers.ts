import { randomKey, recordId } from '../model/ids.ts';
import { unitKinds, type Unit } from '../model/records/unit.ts';
import type { ChangeSet } from './change-set.ts';
import type { SheetContext } from './definition.ts';

type Kind = Unit['kind'];
interface Place {
  readonly key: string;
  readonly kind: Kind;
  readonly parent: string | null;
  readonly order: number;
}

const rank = (kind: Kind): number => unitKinds.indexOf(kind);

/** Adds units at the end of the scope: each under the last unit there that may hold it. */
export class Newcomers {
  private readonly places: Place[];
  private readonly scope: Place | undefined;
  count = 0;

  constructor(
    private readonly context: Pick<SheetContext, 'units' | 'scope'>,
    private readonly changes: ChangeSet,
  ) {
    this.places = unitsUnder(context.units, context.scope);
    this.scope = context.units.find(({ key }) => key === context.scope);
  }

  /** The key of the new unit. */
  add(name: string, kind: Kind = 'rep'): string {
    const parent = this.parentFor(kind);
    const place = { key: randomKey(), kind, parent, order: this.nextOrder(parent) };
    this.places.push(place);
    this.changes.create(recordId.unit(place.key), { name, kind, parent, order: place.order });
    this.count++;
    return place.key;
  }

  private parentFor(kind: Kind): string | null {
    const holder = this.places.findLast((place) => rank(place.kind) < rank(kind));
    return holder?.key ?? this.scope?.parent ?? null;
  }

  private nextOrder(parent: string | null): number {
    const siblings = [...this.context.units, ...this.places].filter((place) => place.parent === parent);
    return siblings.reduce((order, sibling) => Math.max(order, sibling.order + 1), 0);
  }
}

/** A unit (null: none, so all) and everything below it, in tree order. */
export function unitsUnder(units: readonly Unit[], key: string | null): Unit[] {
  if (key === null || !units.some((unit) => unit.key === key)) return [...units];
  const under = new Set([key]);
  return units.filter((unit) => {
    if (unit.parent !== null && under.has(unit.parent)) under.add(unit.key);
    return under.has(unit.key);
  });
}
