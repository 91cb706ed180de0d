import type { Change } from '../../model/diff.ts';
import { keysOf, randomKey, recordId } from '../../model/ids.ts';
import { unitSchema, type Unit } from '../../model/records/unit.ts';
import type { PlanReader } from './facts.ts';
import { nameKey } from './keys.ts';
import type { ImportDraft } from './types.ts';

const BLANK = unitSchema.parse({ name: '', kind: 'rep' });

type Known = Pick<Unit, 'key' | 'name' | 'kind' | 'parent' | 'order'>;

/** Creates the units that a draft needs: new reps, their teams, and a company above them in a plan without units. */
export class UnitMaker {
  readonly changes: Change[] = [];
  /** Unit key of each person of the draft; '' for those without a single good row. */
  readonly keys: string[];
  created = 0;
  private readonly units: Known[];
  private root: string | null | undefined;
  /** Highest order of the children of each parent. */
  private readonly orders = new Map<string | null, number>();

  constructor(
    private readonly draft: ImportDraft,
    reader: PlanReader,
    private readonly rootName: string,
  ) {
    this.units = reader
      .ofKind('unit')
      .map(([id, values]) => ({ ...(values as unknown as Known), key: keysOf(id)[0] ?? '' }));
    for (const { parent, order } of this.units) this.noteOrder(parent ?? null, order);
    const used = new Set(draft.cells.person);
    this.keys = draft.people.map(({ name, unit, team, region }, person) => {
      if (unit !== null) return unit;
      if (!used.has(person)) return '';
      this.created++;
      return this.create(name, 'rep', this.above(team, region));
    });
  }

  private create(name: string, kind: Unit['kind'], parent: string | null): string {
    const key = randomKey();
    const order = (this.orders.get(parent) ?? 0) + 1;
    this.noteOrder(parent, order);
    this.units.push({ key, name, kind, parent, order });
    this.changes.push({
      create: recordId.unit(key),
      values: { ...BLANK, name, kind, parent, order },
    });
    return key;
  }

  private noteOrder(parent: string | null, order: number): void {
    this.orders.set(parent, Math.max(order, this.orders.get(parent) ?? 0));
  }

  private above(team: string | null, region: string | null): string | null {
    const over = region === null ? this.top() : this.group(region, 'region', this.top());
    return team === null ? over : this.group(team, 'team', over, region !== null);
  }

  /** `within`: a team of the same name in another region is another team. */
  private group(name: string, kind: 'team' | 'region', parent: string | null, within = false): string {
    const called = this.units.filter((unit) => unit.kind !== 'rep' && nameKey(unit.name) === nameKey(name));
    const here = called.find((unit) => (unit.parent ?? null) === parent);
    return (here ?? (within ? undefined : called[0]))?.key ?? this.create(name, kind, parent);
  }

  /** What new reps and teams hang under: the company, or the only unit at the top; one rep alone needs none. */
  private top(): string | null {
    if (this.root !== undefined) return this.root;
    const tops = this.units.filter(({ parent, kind }) => (parent ?? null) === null && kind !== 'rep');
    const known = tops.find(({ kind }) => kind === 'company') ?? (tops.length === 1 ? tops[0] : undefined);
    const needed = this.draft.people.length > 1 && this.units.length === 0;
    this.root = known?.key ?? (needed ? this.create(this.rootName, 'company', null) : null);
    return this.root;
  }
}
