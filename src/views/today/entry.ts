import { parseNumber } from '../../model/entry/number.ts';

const MINOR = 100;

/** What is typed into a field of the day: a whole count, or money in minor units; null = blank; undefined = neither. */
export function readEntry(text: string, money: boolean): number | null | undefined {
  const read = parseNumber(text);
  if (!read.ok) return undefined;
  if (read.value === null) return null;
  if (money) return Math.round(read.value * MINOR) + 0;
  return Number.isInteger(read.value) && read.value >= 0 ? read.value : undefined;
}

/** As it is typed: plain digits. */
export function entryText(value: number | null, money: boolean): string {
  if (value === null) return '';
  return String(money ? value / MINOR : value);
}
