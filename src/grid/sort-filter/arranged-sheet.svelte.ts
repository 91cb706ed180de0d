import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import {
  blankCell,
  type Cell,
  type SheetActions,
  type SheetModel,
  type SheetRow,
} from '../../sheets/sheet.ts';
import type { Bounds } from '../selection/selection.ts';
import { arrange, rowsWith, type Filters, type Sort } from './arrange.ts';
import { ArrangedModel, sameRows } from './arranged-model.ts';

/** What the view hands in; read anew each time, so that it stays reactive. */
export interface GridSource {
  readonly model: SheetModel;
  readonly actions: SheetActions;
  readonly readOnly: boolean;
}

interface Order {
  readonly base: SheetModel;
  readonly sort: Sort | null;
  readonly filters: Filters;
  readonly rows: Int32Array | null;
}

const NO_ROW: SheetRow = { key: '', level: 0, expanded: null, total: false };
/** A tree shows itself in its first rows. */
const LOOKED_AT = 50;

/** Which rows of the model are shown, and in which order. */
export class ArrangedSheet {
  sort = $state.raw<Sort | null>(null);
  filters = $state.raw<Filters>(new Map());
  /** Keys of rows; null: all are shown. */
  private onlyRows = $state.raw<ReadonlySet<string> | null>(null);
  private order: Order | null = null;

  /** Sorted and filtered. */
  readonly arranged = $derived.by(
    () => new ArrangedModel(this.source.model, this.orderOf(this.source.model)),
  );
  /** And of those only the rows that are asked for. */
  readonly view = $derived(
    this.onlyRows
      ? new ArrangedModel(this.arranged.base, rowsWith(this.arranged, this.onlyRows))
      : this.arranged,
  );
  readonly bounds = $derived<Bounds>({ rows: this.view.rowCount, columns: this.view.columns.length });
  /** Rows that open and fold: the grid is a tree. */
  readonly tree = $derived.by(() => this.looksLikeTree());

  constructor(readonly source: GridSource) {}

  rowAt(row: number): SheetRow {
    return row < this.view.rowCount ? this.view.row(row) : NO_ROW;
  }

  cellAt(row: number, column: number): Cell {
    return row < this.view.rowCount ? this.view.cell(row, column) : blankCell;
  }

  filled(row: number, column: number): boolean {
    const value = this.view.value(row, column);
    return value !== null && value !== '';
  }

  arrangeBy(sort: Sort | null, filters: Filters): void {
    this.sort = sort;
    this.filters = filters;
  }

  /** Shows only rows with these keys, what they stand under and the row that adds others; null: all. */
  showOnly(keys: ReadonlySet<string> | null): void {
    this.onlyRows = keys;
  }

  private orderOf(base: SheetModel): Int32Array | null {
    const { sort, filters, order } = this;
    const holds = order && order.sort === sort && order.filters === filters && order.rows;
    const rows =
      holds && sameRows(order.base, base) ? order.rows : arrange(base, sort, filters, currentLanguage());
    this.order = { base, sort, filters, rows };
    return rows;
  }

  private looksLikeTree(): boolean {
    const { base } = this.view;
    for (let row = 0; row < Math.min(base.rowCount, LOOKED_AT); row++)
      if (base.row(row).expanded !== null || base.row(row).level > 0) return true;
    return false;
  }
}
