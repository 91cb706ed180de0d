import { readNumerals } from '../../model/entry/numerals.ts';
import { plainText } from '../../model/entry/text.ts';
import type { Failure } from '../../model/failure.ts';
import { monthOf } from '../../model/time.ts';

/** What stands near a bad cell and may tell what was meant. */
export interface Nearby {
  /** Name in the line above. */
  readonly name: string;
  /** Last month of the same person, as a month number; null = none yet. */
  readonly month: number | null;
}

/** A correction to offer for a bad cell; never taken without a person's word. */
export function suggestionFor(failure: Failure, written: string, nearby: Nearby): string | null {
  switch (failure.code) {
    case 'notANumber': {
      const number = readNumerals(plainText(written));
      return number === null ? null : String(number);
    }
    case 'nameMissing':
      return nearby.name || null;
    case 'noSuchMonth':
    case 'monthMissing':
      return nearby.month === null ? null : monthOf(nearby.month + 1);
    default:
      return null;
  }
}
