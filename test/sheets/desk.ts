import { createPlanner } from '../../src/core/planner.ts';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { kindOf, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { Answer, Query } from '../../src/model/planning.ts';
import { parseSettings, parseUnit } from '../../src/model/records/read.ts';
import type { Ask, BuiltSheet, SheetContext, SheetDefinition } from '../../src/sheets/definition.ts';
import type { Cell, EditOutcome, EditReason } from '../../src/sheets/sheet.ts';

/** A plan in memory with a planner beside it, and the sheets that it makes. */
export class TestDesk {
  readonly records: Map<string, Values>;
  readonly planner = createPlanner();
  readonly asked: Query[] = [];

  constructor(
    records: readonly RecordEntry[],
    readonly more: Partial<SheetContext> = {},
  ) {
    this.records = new Map(records);
    void this.planner.load(records, this.context.asOf);
  }

  get context(): SheetContext {
    const month = '2026-11';
    const order = this.planner.read({ kind: 'team', span: { from: month, to: month } }).units;
    return {
      get: (id) => this.records.get(id),
      ofKind: (kind) => [...this.records].filter(([id]) => kindOf(id) === kind),
      settings: parseSettings(this.records.get(SETTINGS_ID) ?? {}),
      units: order.map((key) => parseUnit(key, this.records.get(`unit/${key}`) ?? {})),
      ...{ language: 'zh-CN', asOf: '2026-11-20', month, mode: 'goal', scope: null, folded: new Set() },
      ...this.more,
    };
  }

  build(definition: SheetDefinition): BuiltSheet {
    const { context } = this;
    const answers = definition.queries(context).map((query): Answer => this.planner.read(query));
    const late = definition.later?.(context).map((query): Answer => this.planner.read(query)) ?? [];
    return definition.build(context, answers, late);
  }

  ask: Ask = (query) => {
    this.asked.push(query);
    return Promise.resolve(this.planner.read(query));
  };

  commit(changes: readonly Change[]): void {
    for (const change of changes) {
      const id = 'create' in change ? change.create : 'remove' in change ? change.remove : change.id;
      const values = 'create' in change ? change.values : this.written(change);
      if (values) this.records.set(id, values);
      else this.records.delete(id);
      void this.planner.apply([{ id, values }]);
    }
  }

  private written(change: Change): Values | null {
    if (!('field' in change)) return null;
    return { ...this.records.get(change.id), [change.field]: change.value };
  }

  /** Types `text` into cells given as [row key, column key], and keeps what it comes to. */
  async type(
    definition: SheetDefinition,
    cells: readonly (readonly [row: string, column: string, text: string])[],
    reason: EditReason = 'type',
  ): Promise<EditOutcome> {
    const built = this.build(definition);
    const edits = cells.map(([row, column, text]) => ({ ...at(built, row, column), text }));
    const outcome = await built.edit(edits, reason, this.ask);
    this.commit(outcome.changes);
    // As Enter does with what is shown first.
    if (outcome.trial) this.commit(outcome.trial.changes);
    return outcome;
  }
}

export function at({ model }: BuiltSheet, row: string, column: string): { row: number; column: number } {
  const rows = Array.from({ length: model.rowCount }, (_, index) => model.row(index).key);
  const place = { row: rows.indexOf(row), column: model.columns.findIndex(({ key }) => key === column) };
  if (place.row < 0 || place.column < 0) throw new Error(`no cell ${row} ${column}`);
  return place;
}

export function cellAt(built: BuiltSheet, row: string, column: string): Cell {
  const place = at(built, row, column);
  return built.model.cell(place.row, place.column);
}
