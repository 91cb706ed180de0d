import { fail, ok, type Result } from '../../model/failure.ts';
import { parseDay } from '../../model/entry/day.ts';
import { parseNumber } from '../../model/entry/number.ts';
import type { Day } from '../../model/time.ts';

/** A count as stored. Blank is null; fails as `parseNumber` does, and with `negativeCount`. */
export function parseCount(text: string): Result<number | null> {
  const read = parseNumber(text);
  return read.ok && read.value !== null && read.value < 0 ? fail('negativeCount', { text }) : read;
}

/** Money typed in major units, as integer minor units. Negative money is a refund. */
export function parseMoney(text: string): Result<number | null> {
  const read = parseNumber(text);
  return read.ok && read.value !== null ? ok(Math.round(read.value * 100)) : read;
}

export const parseDate = (text: string, today: Day): Result<Day | null> => parseDay(text, { today });
