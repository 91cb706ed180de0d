import { cellName, cellValue, guarded, headerCell, headRows, numberCell, textCell } from './cells.ts';
import { ratioFormat, SHARE, TEXT } from './formats.ts';
import { sheetRef } from './sheet-name.ts';
import type { Book, BookCell, BookSheet, BookStep } from './types.ts';

/** Where formulas of other sheets find a ratio. */
export interface RatioCells {
  used(measure: string, row: number): string;
}

const NAME_COLUMNS = 1;
/** Used, raw, own share, team share, low, high, basis. */
const PER_STEP = 7;
const WIDTHS = [10, 10, 8, 8, 10, 10, 28];
const OWN = 2;

const stepColumn = (step: number): number => NAME_COLUMNS + step * PER_STEP;

export function ratioCells({ steps }: Book, sheet: string): RatioCells {
  const places = new Map(steps.map(({ measure }, at) => [measure, stepColumn(at)]));
  return {
    used(measure, row) {
      const column = places.get(measure);
      if (column === undefined) throw new Error(`no column holds the ratio into ${measure}`);
      return `${sheetRef(sheet)}${cellName(column, row)}`;
    },
  };
}

/** Every ratio with what stands behind it, in the rows of the Backcast. What the formulas divide by is `used` of a rep. */
export function ratiosSheet({ words, rows, steps }: Book, name: string): BookSheet {
  const numbers = [words.used, words.raw, words.own, words.team, words.low, words.high];
  const header = [
    ...numbers.map((title) => headerCell(title, 'numberHeader')),
    { ...headerCell(words.basis), style: { kind: 'header', indent: 1 } as const },
  ];
  return {
    name,
    rows: [
      ...headRows(words.title, words.legend, [
        null,
        ...steps.flatMap(({ title }) => [
          headerCell(title, 'group'),
          ...Array<null>(PER_STEP - 1).fill(null),
        ]),
      ]),
      [headerCell(words.name), ...steps.flatMap(() => header)],
      ...rows.map((row, at) => [
        textCell(row.name, { format: TEXT, indent: row.level, total: !row.isRep }),
        ...steps.flatMap((step, index) => stepCells(step, index, at, row.isRep)),
      ]),
    ],
    widths: [24, ...steps.flatMap(() => WIDTHS)],
    lines: new Map(),
    frozen: { rows: 4, columns: NAME_COLUMNS },
  };
}

function stepCells(step: BookStep, index: number, row: number, isRep: boolean): BookCell[] {
  const total = !isRep;
  const number = (column: Float64Array, more: { input?: boolean; muted?: boolean }): BookCell => {
    const value = cellValue(column[row] ?? NaN, step.step === 'value' ? 'money' : 'ratio');
    return numberCell(value, { format: ratioFormat(step.step), total, ...more });
  };
  const own = step.ownShare[row] ?? NaN;
  const ownCell = cellName(stepColumn(index) + OWN, row);
  return [
    number(step.used, isRep ? { input: true } : { muted: true }),
    number(step.raw, { muted: true }),
    numberCell(own, { format: SHARE, total, muted: true }),
    numberCell(1 - own, { format: SHARE, total, muted: true, formula: guarded(`1-${ownCell}`) }),
    number(step.low, { muted: true }),
    number(step.high, { muted: true }),
    textCell(step.basisText[row] ?? '', { muted: true, total, indent: 1 }),
  ];
}
