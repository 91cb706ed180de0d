import { formatNumber } from '../i18n/numbers.ts';
import type { StepKind } from '../model/records/measure.ts';
import { cellOf, type CellHints } from './columns/index.ts';
import { NO_NUMBER, ratioShare } from './figures.ts';
import type { Cell, CellMark } from './sheet.ts';

type More = Omit<Partial<Cell>, 'marks'> & { readonly marks?: readonly CellMark[] };

/** No number: a dash, and why on hover. */
export const noNumber = (hint?: string, marks: readonly CellMark[] = []): Cell => ({
  text: NO_NUMBER,
  value: null,
  input: false,
  marks: [...marks, 'muted'],
  ...(hint !== undefined && { hint }),
});

/** A derived number as its column writes it: shown rounded, carried as it is. Money in minor units. */
export const numberCell = (
  type: 'count' | 'money' | 'days',
  stored: number,
  hints: CellHints,
  more: More = {},
): Cell => (Number.isFinite(stored) ? cellOf(type, stored, hints, more) : noNumber(more.hint, more.marks));

/** Money that a person may type, in minor units; NaN = blank. */
export const moneyInput = (minor: number, hints: CellHints, more: More = {}): Cell =>
  cellOf('money', Number.isFinite(minor) ? minor : null, hints, { input: true, ...more });

/** A ratio as the plan divides by it; money per count in major units, without a mark, whole from 100 on. */
export const ratioText = (ratio: number, step: StepKind, hints: CellHints): string =>
  step === 'value'
    ? formatNumber(ratio / 100, hints.language, Math.abs(ratio) < 10_000 ? 2 : 0)
    : ratioShare(ratio, hints.language, step);

export const ratioCell = (ratio: number, step: StepKind, hints: CellHints, more: More = {}): Cell =>
  Number.isFinite(ratio)
    ? {
        text: ratioText(ratio, step, hints),
        value: step === 'value' ? ratio / 100 : ratio,
        input: false,
        ...more,
      }
    : noNumber(more.hint, more.marks);
