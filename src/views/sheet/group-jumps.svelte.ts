import { untrack } from 'svelte';
import type { Day, Month } from '../../model/time.ts';
import type { SheetModel } from '../../sheets/sheet.ts';

export interface ColumnGroup {
  readonly label: string;
  /** The first of its columns. */
  readonly column: number;
}

/** The groups that a wide sheet is jumped through by. */
export class GroupJumps {
  readonly groups: readonly ColumnGroup[] = $derived.by(() => {
    const columns = this.model()?.columns ?? [];
    return columns.flatMap(({ group }, column) =>
      group && group !== columns[column - 1]?.group ? [{ label: group, column }] : [],
    );
  });

  private opened = '';

  constructor(
    private readonly model: () => SheetModel | null,
    private readonly show: (column: number) => void,
  ) {}

  /** The far end first, so that the group's first column then stands at the left. */
  to(column: number): void {
    const next = this.groups.find((group) => group.column > column)?.column;
    this.show((next ?? this.model()?.columns.length ?? 1) - 1);
    this.show(column);
  }

  /** A year of goals opens at the month on the desk, days at today, each time anew; edits leave it where it is. */
  openAt(month: Month, today: Day): void {
    const model = this.model();
    const key = { goals: month, actuals: today }[model?.id ?? ''];
    if (key === undefined) this.opened = '';
    const column = model?.columns.findIndex((each) => each.key === key) ?? -1;
    const place = `${model?.id ?? ''} ${key ?? ''}`;
    if (key === undefined || column < 0 || this.opened === place) return;
    this.opened = place;
    untrack(() => {
      // Where the days and the pace behind them do not fit side by side, the first weeks give way.
      if (model?.id === 'actuals') this.show(model.columns.length - 1);
      this.to(this.groups.findLast((group) => group.column <= column)?.column ?? column);
    });
  }
}
