import { untrack } from 'svelte';
import type { BuiltSheet } from '../../sheets/definition.ts';
import type { GridSelection } from '../../sheets/sheet.ts';
import type { Route } from '../../ui/route.ts';

interface Desk {
  readonly month: string;
}

/** The sheets whose columns are of a month, or of its days. */
const BY_MONTH = ['history', 'actuals', 'goals'];

/** Selects the row that the address names, at the month on the desk: who comes from a number sees what is behind it. */
export class RowJump {
  #reached: Route | null = null;

  constructor(
    route: () => Route,
    built: () => BuiltSheet | null,
    desk: () => Desk,
    select: (selection: GridSelection) => void,
  ) {
    $effect(() => {
      const [to, sheet] = [route(), built()];
      if (this.#reached === to || !sheet || to.at !== 'plan' || to.unit === null) return;
      const cell = placeOf(sheet, to.unit, desk().month);
      if (!cell || !BY_MONTH.includes(sheet.model.id)) return;
      this.#reached = to;
      untrack(() => select({ active: cell, from: cell, to: cell }));
    });
  }
}

function placeOf(sheet: BuiltSheet, unit: string, month: string): GridSelection['active'] | null {
  const { model } = sheet;
  for (let row = 0; row < model.rowCount; row++) {
    if (sheet.unitAt(row) !== unit) continue;
    const keys = model.columns.map(({ key }) => key);
    const own = keys.indexOf(month);
    // Days name their month, and so does a total of several months.
    const column = own < 0 ? keys.findIndex((key) => key.includes(month)) : own;
    return { row, column: Math.max(0, column) };
  }
  return null;
}
