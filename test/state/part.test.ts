import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID, SLICE_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import { isOutsidePart } from '../../src/state/part.ts';

const mine: Record<string, Values> = {
  [SLICE_ID]: { unit: 'lin', units: ['lin'] },
  [recordId.note('n1')]: { unit: 'lin', day: '2026-11-20', text: 'asked for the price' },
};
const outside = (records: Record<string, Values>, ...changes: Change[]): boolean =>
  isOutsidePart(changes, (id) => records[id]);
const day = recordId.actual('lin', '2026-11-20');
const goal: Change = { id: recordId.goal('lin', '2026-11'), field: 'amount', value: 1 };

describe('a part of a plan', () => {
  it('takes its own actuals, reports and notes', () => {
    expect(outside(mine, { id: day, field: 'dials', value: 96 })).toBe(false);
    expect(outside(mine, { create: day, values: { dials: 96 } })).toBe(false);
    expect(outside(mine, { remove: recordId.note('n1') })).toBe(false);
    expect(outside(mine, { create: recordId.note('n2'), values: { unit: 'lin' } })).toBe(false);
    expect(outside(mine, { create: recordId.report('lin', '2026-11-20'), values: {} })).toBe(false);
  });

  it('takes nothing that the plan would not take back, nor a paste that holds some of it', () => {
    expect(outside(mine, goal)).toBe(true);
    expect(outside(mine, { id: day, field: 'dials', value: 96 }, goal)).toBe(true);
    expect(outside(mine, { id: SETTINGS_ID, field: 'name', value: 'mine' })).toBe(true);
    expect(outside(mine, { remove: SLICE_ID })).toBe(true);
  });

  it('takes nothing about somebody else', () => {
    expect(outside(mine, { id: recordId.actual('chen', '2026-11-20'), field: 'dials', value: 1 })).toBe(true);
    expect(outside(mine, { create: recordId.note('n2'), values: { unit: 'chen' } })).toBe(true);
    expect(outside(mine, { id: recordId.note('n1'), field: 'unit', value: 'chen' })).toBe(true);
  });

  it('is no matter for a whole plan', () => {
    expect(outside({}, goal)).toBe(false);
  });
});
