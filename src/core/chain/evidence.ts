import type { CarriedPrior } from '../ratios/step-prior.ts';
import type { StepEvidence } from '../ratios/types.ts';
import type { Settings } from '../../model/records/settings.ts';
import { addMonths, monthOf, monthNumber, type Month, type MonthSpan } from '../../model/time.ts';
import type { History, HistoryCell } from '../plan/history.ts';
import type { Step } from './chain.ts';

interface Column {
  readonly complete: Float64Array;
  readonly running: Float64Array;
  /** Raised by each edit of this measure. */
  version: number;
}

/**
 * What of a running month's `total` was done before today: a day that is under way has its dials and not yet what comes
 * of them, and quotas that are fixed in the morning must not move with every call. NaN = nothing.
 */
export type SoFar = (measure: string, unit: string, total: number) => number;

/**
 * The history as evidence: per measure one column of the complete months (rep-major, months oldest first) and one of
 * the running month. NaN = blank. Columns are made when a step first asks for them, and patched cell by cell.
 */
export class EvidenceColumns {
  readonly #columns = new Map<string, Column>();
  readonly #history: History;
  readonly #repIndex: ReadonlyMap<string, number>;
  readonly reps: readonly string[];
  /** Complete months; the last one has age 0. */
  readonly months: readonly Month[];
  /** null: no month is running, as when the past is looked back at. */
  readonly running: Month | null;
  /** Raised by every edit of the history. */
  edits = 0;
  /** Raised by every edit of a complete month. */
  completeEdits = 0;
  readonly #soFar: SoFar;

  constructor(
    history: History,
    reps: readonly string[],
    months: readonly Month[],
    running: Month | null,
    soFar: SoFar,
  ) {
    this.#history = history;
    this.#soFar = soFar;
    this.reps = reps;
    this.#repIndex = new Map(reps.map((key, rep) => [key, rep]));
    this.months = months;
    this.running = running;
  }

  column(measure: string): Column {
    const known = this.#columns.get(measure);
    if (known) return known;
    const made = this.#make(measure);
    this.#columns.set(measure, made);
    return made;
  }

  #make(measure: string): Column {
    const complete = new Float64Array(this.reps.length * this.months.length).fill(NaN);
    const running = new Float64Array(this.reps.length).fill(NaN);
    const fill = (month: Month, put: (rep: number, value: number) => void): void => {
      const values = this.#history.column(measure, month);
      if (values.size > 0) this.reps.forEach((key, rep) => put(rep, values.get(key) ?? NaN));
    };
    if (this.running !== null)
      fill(this.running, (rep, value) => (running[rep] = this.#before(measure, rep, value)));
    this.months.forEach((month, at) =>
      fill(month, (rep, value) => (complete[rep * this.months.length + at] = value)),
    );
    return { complete, running, version: 0 };
  }

  #before(measure: string, rep: number, value: number): number {
    return Number.isNaN(value) ? NaN : this.#soFar(measure, this.reps[rep] ?? '', value);
  }

  /** What was known before a month began. */
  before(month: Month): EvidenceColumns {
    const earlier = this.months.filter((each) => each < month);
    return new EvidenceColumns(this.#history, this.reps, earlier, null, this.#soFar);
  }

  /** Takes over edited cells. */
  patch(measure: string, cells: readonly HistoryCell[]): void {
    this.edits++;
    if (cells.some(({ month }) => month !== this.running)) this.completeEdits++;
    const column = this.#columns.get(measure);
    if (!column) return;
    for (const { unit, month } of cells) {
      const rep = this.#repIndex.get(unit);
      if (rep === undefined) continue;
      const at = monthNumber(month) - monthNumber(this.months[0] ?? month);
      const value = this.#history.column(measure, month).get(unit) ?? NaN;
      if (month === this.running) column.running[rep] = this.#before(measure, rep, value);
      else if (at >= 0 && at < this.months.length) column.complete[rep * this.months.length + at] = value;
      else continue;
      column.version++;
    }
  }
}

/** Older months weigh nothing; a month typed a century off must not make a century of columns. */
const MOST_MONTHS = 120;

/** The complete months that have data: from the first to the last one before the running month. */
export function completeMonths(extent: MonthSpan | null, running: Month): Month[] {
  if (!extent || extent.from >= running) return [];
  const to = extent.to < running ? extent.to : addMonths(running, -1);
  const first = Math.max(monthNumber(extent.from), monthNumber(to) - MOST_MONTHS + 1);
  return Array.from({ length: monthNumber(to) - first + 1 }, (_, at) => monthOf(first + at));
}

/** What a step is fitted on. */
export function stepEvidence(
  step: Step,
  columns: EvidenceColumns,
  levels: readonly Int32Array[],
  settings: Settings,
  carried: CarriedPrior | null = null,
): StepEvidence {
  const x = columns.column(step.measure);
  const n = columns.column(step.from);
  const money = step.kind === 'value' || step.kind === 'yield';
  return {
    kind: step.kind,
    reps: columns.reps.length,
    months: columns.months.length,
    x: x.complete,
    n: n.complete,
    ...(step.kind === 'yield' && step.events !== null && { events: columns.column(step.events).complete }),
    runningX: x.running,
    runningN: n.running,
    levels,
    priorWeight: settings.priorWeight,
    halfLife: money ? settings.moneyHalfLife : settings.activityHalfLife,
    assumed: step.assumed,
    ...(carried && { carried }),
  };
}
