import type { BuiltSheet } from '../../sheets/definition.ts';
import type { GridSelection } from '../../sheets/sheet.ts';
import type { Desk } from '../../state/desk.svelte.ts';

/** One measure of one unit on one day. */
export interface DayPlace {
  readonly unit: string;
  readonly day: string;
  readonly measure: string;
}

/** The cell of a day; null = it is not on this sheet. */
function selectionOf(sheet: BuiltSheet, { unit, day }: DayPlace): GridSelection | null {
  const { model } = sheet;
  const column = model.columns.findIndex(({ key }) => key === day);
  const row = Array.from({ length: model.rowCount }, (_, at) => at).find((at) => sheet.unitAt(at) === unit);
  if (row === undefined || column < 0) return null;
  const cell = { row, column };
  return { active: cell, from: cell, to: cell };
}

/** Selects a day as soon as the sheet of its measure stands. */
export class DayJump {
  readonly #desk: Desk;
  #wanted = $state.raw<DayPlace | null>(null);

  constructor(desk: Desk, built: () => BuiltSheet | null, select: (selection: GridSelection) => void) {
    this.#desk = desk;
    $effect(() => {
      const sheet = built();
      if (!this.#wanted || !sheet || desk.measure !== this.#wanted.measure) return;
      const selection = selectionOf(sheet, this.#wanted);
      this.#wanted = null;
      if (selection) select(selection);
    });
  }

  to(place: DayPlace): void {
    this.#desk.measure = place.measure;
    this.#wanted = place;
  }
}
