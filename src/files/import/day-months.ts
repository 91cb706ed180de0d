import { keysOf, recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { usualSource, type ActualSource } from '../../model/records/actual.ts';
import { PIPELINE, type Measure } from '../../model/records/measure.ts';
import { dayOf, monthOfDay, type Month } from '../../model/time.ts';
import type { PlanReader } from './facts.ts';
import type { ImportDraft } from './types.ts';

/** A month whose own number stays, but no longer counts: its days do. */
export interface MonthDifference {
  readonly name: string;
  readonly month: Month;
  readonly measure: string;
  readonly row: number;
  readonly sum: number;
  /** Days of the month that are entered then. */
  readonly days: number;
}

const other = (source: ActualSource): ActualSource => (source === 'person' ? 'system' : 'person');
const numberIn = (values: Values | undefined, measure: string): number | null => {
  const value = values?.[measure];
  return typeof value === 'number' ? value : null;
};

/** The months that imported days are of, each to be held against the row of its own. */
export class DayMonths {
  /** Slots of a person's month. */
  private readonly slots = new Map<number, number[]>();
  private readonly sources: ReadonlyMap<string, ActualSource>;
  private days: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    private readonly draft: ImportDraft,
    private readonly unitKeys: readonly string[],
    private readonly reader: PlanReader,
  ) {
    const measures = reader.ofKind('measure').map(([id, values]) => [keysOf(id)[0] ?? '', values] as const);
    this.sources = new Map(
      measures.flatMap(([key, { source }]) =>
        source ? [[key, source as NonNullable<Measure['source']>]] : [],
      ),
    );
  }

  note(slot: number): void {
    const { cells } = this.draft;
    const key = cells.person[slot]! * this.draft.months.length + cells.month[slot]!;
    const known = this.slots.get(key);
    if (known) known.push(slot);
    else this.slots.set(key, [slot]);
  }

  differences(): MonthDifference[] {
    return [...this.slots.values()].flatMap((slots) => this.ofMonth(slots));
  }

  private ofMonth(slots: readonly number[]): MonthDifference[] {
    const { cells, months, people, measureKeys } = this.draft;
    const person = cells.person[slots[0]!]!;
    const unit = this.unitKeys[person] ?? '';
    const month = months[cells.month[slots[0]!]!] ?? '';
    const row = this.reader.get(recordId.history(unit, month));
    if (!row) return [];
    return measureKeys.flatMap((measure, at): MonthDifference[] => {
      const own = numberIn(row, measure);
      if (own === null || (measure === PIPELINE && this.isStock)) return [];
      const counted = this.countedDays(slots, unit, month, measure, at);
      const sum = [...counted.values()].reduce((total, value) => total + value, 0);
      if (counted.size === 0 || sum === own) return [];
      return [{ name: people[person]?.name ?? '', month, measure, row: own, sum, days: counted.size }];
    });
  }

  /** What counts on each day of the month once the import is in. */
  private countedDays(
    slots: readonly number[],
    unit: string,
    month: Month,
    measure: string,
    at: number,
  ): Map<string, number> {
    const { cells, source: imported } = this.draft;
    const both = { person: new Map<string, number>(), system: new Map<string, number>() };
    for (const id of this.stored().get(`${unit}/${month}`) ?? []) {
      const value = numberIn(this.reader.get(id), measure);
      if (value !== null)
        both[id.startsWith('actual/') ? 'person' : 'system'].set(keysOf(id)[1] ?? '', value);
    }
    for (const slot of slots) {
      const value = cells.values[at]![slot]!;
      if (!Number.isNaN(value)) both[imported].set(dayOf(cells.day![slot]!), value);
    }
    const winner = this.sources.get(measure) ?? usualSource(measure);
    return new Map([...both[other(winner)], ...both[winner]]);
  }

  /** The days that are in the plan, by `unit/month`; looked up once, and only where a month has a row of its own. */
  private stored(): ReadonlyMap<string, readonly string[]> {
    if (this.days) return this.days;
    const days = new Map<string, string[]>();
    for (const kind of ['actual', 'systemActual'] as const)
      for (const [id] of this.reader.ofKind(kind)) {
        const [unit = '', day = ''] = keysOf(id);
        const key = `${unit}/${monthOfDay(day, this.cutoffDay)}`;
        const known = days.get(key);
        if (known) known.push(id);
        else days.set(key, [id]);
      }
    this.days = days;
    return days;
  }

  /** A stock in hand is no sum of days. */
  private get isStock(): boolean {
    return this.reader.get(SETTINGS_ID)?.['pipelineKind'] === 'stock';
  }

  private get cutoffDay(): number {
    const cutoff = this.reader.get(SETTINGS_ID)?.['cutoffDay'];
    return typeof cutoff === 'number' ? cutoff : 0;
  }
}
