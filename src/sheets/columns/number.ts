import { fail, ok, type Result } from '../../model/failure.ts';
import { readNumber } from '../../model/entry/number.ts';

/** A plain number that is no percentage; blank is null. Fails as `readNumber` does, and with `percentInCount`. */
export function readPlainNumber(text: string): Result<number | null> {
  const read = readNumber(text);
  if (!read.ok) return read;
  if (read.value?.percent) return fail('percentInCount', { text });
  // 0.3 × 10 is 3, and −0 is 0.
  return ok(read.value && Number(read.value.value.toPrecision(12)) + 0);
}

/** As a spreadsheet would keep it: 0.1 + 0.2 is 0.3. */
export const bareNumber = (value: number): string => String(Number(value.toPrecision(12)));
