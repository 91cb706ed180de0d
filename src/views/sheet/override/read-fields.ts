import { parseMonth } from '../../../model/entry/month.ts';
import { readNumber } from '../../../model/entry/number.ts';
import type { StepKind } from '../../../model/records/measure.ts';
import type { Month } from '../../../model/time.ts';

/** A ratio as people write it: 30%, 0.3 or 30 for a share; money of one for a value step. NaN = it can't be read. */
export function readRatio(text: string, step: StepKind): number {
  const read = readNumber(text);
  if (!read.ok || read.value === null || !(read.value.value > 0)) return NaN;
  const { value, percent } = read.value;
  if (step === 'value') return percent ? NaN : Math.round(value * 100);
  const bare = !percent && value > 1;
  return step !== 'rate' && bare ? value / 100 : value;
}

/** What the field starts with: as many digits as the plan divides by. */
export function ratioDraft(ratio: number, step: StepKind): string {
  if (!Number.isFinite(ratio)) return '';
  if (step === 'value') return String(Number(ratio.toPrecision(3)) / 100);
  if (step === 'rate' && ratio >= 1) return String(Number(ratio.toPrecision(3)));
  return `${String(Number((ratio * 100).toPrecision(3)))}%`;
}

/** The last month of an override: a month, null = until it is restored, undefined = no month. */
export function readUntil(text: string, from: Month): Month | null | undefined {
  const read = parseMonth(text, { year: Number(from.slice(0, 4)) });
  return read.ok ? read.value : undefined;
}
