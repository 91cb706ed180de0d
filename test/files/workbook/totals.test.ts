import { expect, it } from 'vitest';
import { Totals } from '../../../src/files/workbook/totals.ts';
import type { BookRow } from '../../../src/files/workbook/types.ts';

const row = (into: number, isRep: boolean): BookRow => ({
  ...{ name: '', kind: isRep ? 'Rep' : 'Team', level: 0, reason: '' },
  ...{ into, isRep },
});

it('takes the mean of a team over its own rows, and over its reps one by one where others stand between them', () => {
  const now = [row(-1, false), row(0, false), row(1, true), row(0, false), row(3, true)];
  const then = [...now.slice(0, 4), row(1, true)];
  const mean = (rows: readonly BookRow[], at: number) =>
    new Totals(rows, 'Rep').formula(at, 5, 'mean', 'count');
  expect(mean(now, 1)?.formula).toContain('AVERAGEIF');
  expect(mean(then, 1)?.formula).toContain('AVERAGE(F7,F9)');
  expect(mean(then, 3)).toBeNull();
});
