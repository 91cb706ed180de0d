import { t } from '../../i18n/i18n.svelte.ts';
import type { Json } from '../../model/json.ts';
import type { TeamAnswer } from '../../model/planning.ts';
import type { Measure } from '../../model/records/measure.ts';
import type { WorkPattern } from '../../model/records/settings.ts';
import type { Unit } from '../../model/records/unit.ts';
import { minutesOf } from '../../model/work-minutes.ts';
import { cellOf } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { minutesFigure } from '../minutes-words.ts';
import { indexIn, parentsOf } from '../rows.ts';
import { blankCell, type Cell, type CellMark } from '../sheet.ts';
import type { TeamColumn } from './columns.ts';

/** Teams have no days of their own. */
const MEMBERS_ONLY: ReadonlySet<TeamColumn['field']> = new Set(['start', 'end', 'level', 'leave'] as const);

/** Fields that a unit has from the one above it, at the top from the plan's settings. */
const HANDED_DOWN = ['pattern', 'workMinutes', 'adminMinutes'] as const;
type HandedDown = (typeof HANDED_DOWN)[number];
const isHandedDown = (field: TeamColumn['field']): field is HandedDown =>
  HANDED_DOWN.some((each) => each === field);

/** What a unit has from above; `from` null = the plan's settings. */
interface FromAbove<Value> {
  readonly value: Value;
  readonly from: string | null;
}

/** The cells of a team: what the records say, with what a unit has from above, and its working days. */
export class TeamCells {
  private readonly parents: ReadonlyMap<string, string | null>;
  private readonly units: ReadonlyMap<string, Unit>;

  constructor(
    private readonly context: SheetContext,
    private readonly answer: TeamAnswer,
  ) {
    this.parents = parentsOf(context.units);
    this.units = new Map(context.units.map((unit) => [unit.key, unit]));
  }

  of(unit: Unit, column: TeamColumn): Cell {
    if (column.field === null) return this.days(unit, column.month);
    if (column.field === 'minutes') return this.minutes(unit, column.measure);
    const { field } = column;
    if (isHandedDown(field) && unit[field] === null) {
      const above = this.above(unit, (each) => each[field], this.context.settings[field]);
      return this.inherited(above);
    }
    const stored: Json = field === 'leave' ? unit.leave : unit[field];
    const { choices } = column.column;
    const hints = { ...this.context, ...(choices && { choices }) };
    const more =
      field === 'name' ? this.heads(unit) : field === 'potential' ? this.asTyped(unit.potential) : {};
    const cell = cellOf(column.column.type, stored, hints, { input: true, ...more, ...this.look(unit) });
    // What a member was before it became a team can still be cleared.
    return unit.kind !== 'rep' && MEMBERS_ONLY.has(field) && cell.value === null ? blankCell : cell;
  }

  /** Who has left is grey; sums are bold. */
  private look(unit: Unit): { marks?: CellMark[] } {
    return unit.end !== null && unit.end < this.context.asOf ? { marks: ['muted'] } : {};
  }

  /** A measure of its own, which may have decimals. */
  private asTyped(value: number | null): { text?: string } {
    return value === null ? {} : { text: minutesFigure(value, this.context.language) };
  }

  private heads(unit: Unit): { hint?: string } {
    const heads = this.answer.heads[indexIn(this.answer.units, unit.key)] ?? NaN;
    return unit.kind === 'rep' || Number.isNaN(heads) ? {} : { hint: t().team.heads(heads) };
  }

  private days(unit: Unit, month: number): Cell {
    const days = this.answer.workingDays[month]?.[indexIn(this.answer.units, unit.key)] ?? NaN;
    const words = t().team;
    const provisional = this.answer.calendar.provisional ? { hint: words.provisionalHint } : {};
    if (Number.isNaN(days)) return { text: '—', value: null, input: false, marks: ['muted'] };
    const strong = unit.kind === 'rep' ? this.look(unit) : { marks: ['strong'] as CellMark[] };
    return cellOf('days', days, this.context, { ...provisional, ...strong });
  }

  /** Minutes are shown as exactly as they were typed. */
  private minutes(unit: Unit, measure: Measure): Cell {
    const own = unit.minutes.get(measure.key) ?? null;
    const of = (each: Unit): number | null => each.minutes.get(measure.key) ?? null;
    if (own === null) return this.inherited(this.above(unit, of, minutesOf(measure)));
    const text = minutesFigure(own, this.context.language);
    return cellOf('count', own, this.context, { text, input: true, ...this.look(unit) });
  }

  private inherited({ value, from }: FromAbove<number | WorkPattern>): Cell {
    const words = t().team;
    const label =
      typeof value === 'number' ? minutesFigure(value, this.context.language) : words.patterns[value];
    const hint = words.inherited(label, from ?? words.plan);
    return { text: label, value: null, input: true, draft: '', marks: ['muted'], hint };
  }

  private above<Value>({ key }: Unit, ownOf: (unit: Unit) => Value | null, ofPlan: Value): FromAbove<Value> {
    for (let up = this.parents.get(key) ?? null; up !== null; up = this.parents.get(up) ?? null) {
      const unit = this.units.get(up);
      const own = unit ? ownOf(unit) : null;
      if (unit && own !== null) return { value: own, from: unit.name };
    }
    return { value: ofPlan, from: null };
  }
}
