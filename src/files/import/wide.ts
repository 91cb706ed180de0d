import { plainText } from '../../model/entry/text.ts';
import type { Measure } from '../../model/records/measure.ts';
import { monthNumber } from '../../model/time.ts';
import { measureFor } from './catalog.ts';
import { scaleOf } from './row-measures.ts';
import type { ColumnGuess, PlanFacts, RowMeasure, Target } from './types.ts';
import type { MeasureColumn } from './values.ts';

/** A column of one month, with the measure that its cells are of. */
export interface MonthCell extends MeasureColumn {
  /** Position of the measure among the imported ones. */
  readonly at: number;
  readonly month: number;
}

export interface ImportedMeasure {
  readonly measure: Measure;
  readonly header: string;
}

/** A table with months across: what each row's cells are of. */
export interface Wide {
  readonly imported: readonly ImportedMeasure[];
  /** Cells of a row, by its text in the column of measures; null: of a measure that is not imported. */
  cellsOf(text: string): readonly MonthCell[] | null;
}

export interface WideParts {
  readonly columns: readonly ColumnGuess[];
  /** What `cells` columns are of, where no column of measures says it. */
  readonly measure: Target | null;
  readonly rowMeasures: readonly RowMeasure[];
  /** Unit that the titles give to money. */
  readonly money: number;
  readonly facts: PlanFacts;
}

class Collector {
  readonly imported: ImportedMeasure[] = [];
  private readonly parts: WideParts;

  constructor(parts: WideParts) {
    this.parts = parts;
  }

  cell(column: ColumnGuess, target: Target, header: string, scale: number): MonthCell {
    const { facts, money } = this.parts;
    let at = this.imported.findIndex(({ measure }) => measure.key === target);
    if (at < 0) at = this.imported.push({ measure: measureFor(target, header, facts), header }) - 1;
    const { measure } = this.imported[at]!;
    return {
      column,
      measure,
      at,
      month: monthNumber(column.month!),
      scale: scale === 1 && measure.unit === 'money' ? money : scale,
      hints: column.decimal ? { decimal: column.decimal } : {},
    };
  }
}

/** Months across, of one measure, or of those that each column's headers or each row's own text name. */
export function readWide(parts: WideParts): Wide {
  const { columns, measure, rowMeasures } = parts;
  const collector = new Collector(parts);
  const ofCells = columns.filter(({ target }) => target === 'cells');
  const named = columns
    .filter(({ target }) => target !== 'cells')
    .map((column) => collector.cell(column, column.target, column.header, column.scale));
  if (measure !== null) {
    const cells = [...ofCells.map((column) => collector.cell(column, measure, '', column.scale)), ...named];
    return { imported: collector.imported, cellsOf: () => cells };
  }
  const byText = new Map(
    rowMeasures.map((row) => {
      const { text, target } = row;
      if (target === 'ignore') return [text, null] as const;
      const cells = ofCells.map((column) => collector.cell(column, target, text, scaleOf(row)));
      return [text, [...cells, ...named]] as const;
    }),
  );
  return { imported: collector.imported, cellsOf: (text) => byText.get(plainText(text)) ?? null };
}
