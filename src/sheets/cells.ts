import type { Language } from '../i18n/i18n.svelte.ts';
import { formatNumber, formatShare } from '../i18n/numbers.ts';
import type { StepKind } from '../model/records/measure.ts';
import type { Cell, CellMark } from './sheet.ts';

const NONE = '—';

/** A count, shown whole; carried as it is. */
export const countCell = (value: number, language: Language, more: Partial<Cell> = {}): Cell =>
  Number.isFinite(value)
    ? { text: formatNumber(Math.round(value), language), value, input: false, draft: String(value), ...more }
    : { text: NONE, value: null, input: false, ...more };

/** Money of minor units, shown whole in major units. */
export const moneyCell = (minor: number, language: Language, more: Partial<Cell> = {}): Cell =>
  countCell(minor / 100, language, more);

/** A blank that a person may fill. */
export const emptyInput = (text = '', marks: readonly CellMark[] = []): Cell => ({
  text,
  value: null,
  input: true,
  draft: '',
  marks,
});

export const textCell = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  value: text || null,
  input: false,
  draft: text,
  ...more,
});

/** A ratio as the plan divides by it. */
export function ratioText(value: number, step: StepKind, language: Language): string {
  if (!Number.isFinite(value)) return NONE;
  if (step === 'value') return formatNumber(Math.round(value / 100), language);
  return step === 'rate' ? formatNumber(value, language, 2) : formatShare(value, language);
}
