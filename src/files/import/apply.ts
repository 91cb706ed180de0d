import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { isHostileName, type Json, type Values } from '../../model/json.ts';
import { otherValues } from '../../model/records/other.ts';
import { dayOf, type Day, type Month } from '../../model/time.ts';
import { DayMonths, type MonthDifference } from './day-months.ts';
import type { PlanReader } from './facts.ts';
import { isMonthHeader } from './header.ts';
import { aliasKey, layoutKey, ROW_MARK, WIDE_MARK } from './keys.ts';
import type { DraftMeasure, ImportDraft } from './types.ts';
import { UnitMaker } from './units.ts';

export interface ImportChoices {
  /** Keep the mapping for files with the same headers, and the names that a person settled. */
  readonly remember: boolean;
  /** Name of the company unit that a plan without any units gets above its reps. */
  readonly rootName: string;
}

export interface ChangedCell {
  readonly name: string;
  /** The month, or of daily rows the day. */
  readonly period: Month;
  readonly measure: string;
  readonly before: number;
  readonly after: number;
}

/** Counts of cells: put where nothing was, equal to what is there, replacing a number, blank (left as it is). */
export interface ImportSummary {
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly blank: number;
  readonly people: number;
  readonly changedCells: readonly ChangedCell[];
  /** Months with a number of their own that is not the sum of the days that now count instead. */
  readonly months: readonly MonthDifference[];
}
export interface AppliedImport {
  readonly changes: readonly Change[];
  readonly summary: ImportSummary;
}
const MOST_CHANGED = 500;

function measureChanges(chain: readonly DraftMeasure[], reader: PlanReader): Change[] {
  const kept = new Set(chain.map(({ key }) => recordId.measure(key)));
  const removed = reader.ofKind('measure').flatMap(([id]) => (kept.has(id) ? [] : [{ remove: id }]));
  const changes = chain.flatMap(({ key, name, order, unit, step, assumed }): Change[] => {
    const id = recordId.measure(key);
    const before = reader.get(id);
    if (!before) return [{ create: id, values: { name, order, unit, step, assumed } }];
    return Object.entries({ order, step, assumed }).flatMap(([field, value]) =>
      (before[field] ?? null) === value ? [] : [{ id, field, value }],
    );
  });
  return [...removed, ...changes];
}

const otherChanges = (others: readonly string[], reader: PlanReader): Change[] =>
  others
    .filter((kind) => !reader.get(recordId.other(kind)))
    .map((kind) => ({ create: recordId.other(kind), values: otherValues(kind) }));

/** Who stands where, and what the months across or a column of measures are of; the months themselves change. */
function rememberedColumns({ columns, wideMeasure, rowMeasures }: ImportDraft): { [header: string]: string } {
  const named = columns.flatMap(({ header, month, target }) =>
    header && target !== 'cells' && !(month && isMonthHeader(header)) && !isHostileName(header)
      ? [[header, target]]
      : [],
  );
  const chosen = rowMeasures.filter(({ reason }) => reason === 'chosen' || reason === 'remembered');
  // Of columns with one header, those that are imported decide.
  const ignored = named.filter(([, target]) => target === 'ignore');
  return Object.fromEntries([
    ...ignored,
    ...named.filter(([, target]) => target !== 'ignore'),
    ...(wideMeasure ? [[WIDE_MARK, wideMeasure]] : []),
    ...chosen.map(({ text, target }) => [ROW_MARK + text, target]),
  ]) as { [header: string]: string };
}

function mappingChange(draft: ImportDraft, reader: PlanReader): Change[] {
  if (draft.headerRow < 0 || !draft.columns.some(({ header }) => header)) return [];
  const id = recordId.mapping(layoutKey(draft.columns));
  const columns = rememberedColumns(draft);
  if (!reader.get(id)) return [{ create: id, values: { columns } }];
  return JSON.stringify(reader.get(id)?.['columns']) === JSON.stringify(columns)
    ? []
    : [{ id, field: 'columns', value: columns }];
}

function aliasChanges(draft: ImportDraft, reader: PlanReader): Change[] {
  return draft.names.flatMap(({ text, action, how }): Change[] => {
    if (action.kind === 'new' || how === 'same' || how === 'spelling' || how === 'alias') return [];
    const id = recordId.alias(aliasKey(text));
    const unit = action.kind === 'unit' ? action.unit : null;
    const before = reader.get(id);
    if (!before) return [{ create: id, values: { unit } }];
    return before['unit'] === unit ? [] : [{ id, field: 'unit', value: unit }];
  });
}

/** When each row was, and the record that it goes into: texts of days repeat over the people. */
class PeriodIds {
  private readonly days = new Map<number, Day>();
  constructor(private readonly draft: ImportDraft) {}

  of(slot: number): Month {
    const { months, cells } = this.draft;
    if (!cells.day) return months[cells.month[slot]!] ?? '';
    const number = cells.day[slot]!;
    const day = this.days.get(number) ?? dayOf(number);
    this.days.set(number, day);
    return day;
  }

  idOf(unit: string, slot: number): string {
    const { cells, source } = this.draft;
    if (!cells.day) return recordId.history(unit, this.of(slot));
    return (source === 'system' ? recordId.systemActual : recordId.actual)(unit, this.of(slot));
  }
}

/**
 * Turns a draft into changes of the plan: measures, people, then rep-months or rep-days. Work it off with `advance` in slices, so
 * that 100,000 rows do not freeze the page. Natural keys meet what is there; only cells that differ change.
 */
export class ImportWork {
  readonly changes: Change[];
  private readonly counts = { new: 0, same: 0, changed: 0, blank: 0 };
  private readonly changedCells: ChangedCell[] = [];
  private readonly unitKeys: readonly string[];
  private readonly people: number;
  private readonly periods: PeriodIds;
  private readonly dayMonths: DayMonths | null;
  private at = 0;

  constructor(
    private readonly draft: ImportDraft,
    choices: ImportChoices,
    private readonly reader: PlanReader,
  ) {
    const units = new UnitMaker(draft, reader, choices.rootName);
    this.unitKeys = units.keys;
    this.people = units.created;
    this.periods = new PeriodIds(draft);
    this.dayMonths = draft.cells.day ? new DayMonths(draft, this.unitKeys, reader) : null;
    this.changes = [
      ...measureChanges(draft.chain, reader),
      ...otherChanges(draft.others, reader),
      ...units.changes,
      ...(choices.remember ? [...mappingChange(draft, reader), ...aliasChanges(draft, reader)] : []),
    ];
  }

  get total(): number {
    return this.draft.cells.person.length;
  }

  /** Works off the next rep-months or rep-days; false when all are done. */
  advance(count: number): boolean {
    const end = Math.min(this.at + count, this.total);
    for (; this.at < end; this.at++) this.row(this.at);
    return this.at < this.total;
  }

  get summary(): ImportSummary {
    const months = this.dayMonths?.differences() ?? [];
    return { ...this.counts, people: this.people, changedCells: this.changedCells, months };
  }

  private row(slot: number): void {
    const { cells } = this.draft;
    const id = this.periods.idOf(this.unitKeys[cells.person[slot]!] ?? '', slot);
    const before = this.reader.get(id);
    this.dayMonths?.note(slot);
    if (before) this.edit(id, slot, before);
    else this.create(id, slot);
  }

  private create(id: string, slot: number): void {
    const values: { [measure: string]: Json } = {};
    let filled = 0;
    this.draft.measureKeys.forEach((key, measure) => {
      const value = this.draft.cells.values[measure]![slot]!;
      if (Number.isNaN(value)) return;
      values[key] = value;
      filled++;
    });
    this.counts.new += filled;
    this.counts.blank += this.draft.measureKeys.length - filled;
    if (filled > 0) this.changes.push({ create: id, values });
  }

  private edit(id: string, slot: number, before: Values): void {
    this.draft.measureKeys.forEach((key, measure) => {
      const value = this.draft.cells.values[measure]![slot]!;
      const old = before[key] ?? null;
      if (Number.isNaN(value)) this.counts.blank++;
      else if (old === value) this.counts.same++;
      else {
        if (typeof old === 'number') this.noteChanged(slot, key, old, value);
        else this.counts.new++;
        this.changes.push({ id, field: key, value });
      }
    });
  }

  private noteChanged(slot: number, measure: string, before: number, after: number): void {
    this.counts.changed++;
    if (this.changedCells.length >= MOST_CHANGED) return;
    const name = this.draft.people[this.draft.cells.person[slot]!]?.name ?? '';
    this.changedCells.push({
      name,
      period: this.periods.of(slot),
      measure,
      before,
      after,
    });
  }
}

/** All changes at once. */
export function applyImport(draft: ImportDraft, choices: ImportChoices, reader: PlanReader): AppliedImport {
  const work = new ImportWork(draft, choices, reader);
  work.advance(work.total);
  return { changes: work.changes, summary: work.summary };
}

/** All changes, in slices with a `pause` between them, so that the page stays alive. */
export async function applyImportSlowly(
  draft: ImportDraft,
  choices: ImportChoices,
  reader: PlanReader,
  pause: () => Promise<void>,
): Promise<AppliedImport> {
  const work = new ImportWork(draft, choices, reader);
  while (work.advance(4000)) await pause();
  return { changes: work.changes, summary: work.summary };
}
