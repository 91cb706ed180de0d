import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { monthToDateChanges } from '../../src/model/month-to-date.ts';

const TODAY = '2026-11-20';
const row: RecordEntry = [recordId.history('a', '2026-11'), { dials: 1100 }];
const kept: RecordEntry = [recordId.monthToDate('a', '2026-11'), { until: '2026-11-12' }];

const changesOf = (id: string, ...records: RecordEntry[]) =>
  monthToDateChanges([{ create: id, values: { dials: 1 } }], (key) => new Map(records).get(key), TODAY);

describe('the month to date', () => {
  it('is kept with the first day of somebody whose running month was entered as a whole', () => {
    const created = [{ create: 'monthToDate/a/2026-11', values: { until: TODAY } }];
    expect(changesOf(recordId.actual('a', TODAY), row)).toEqual(created);
    expect(changesOf(recordId.systemActual('a', '2026-11-19'), row)).toEqual(created);
  });

  it('is none without a row, of another month, or once it is kept', () => {
    expect(changesOf(recordId.actual('a', TODAY))).toEqual([]);
    expect(changesOf(recordId.actual('a', '2026-10-30'), row)).toEqual([]);
    expect(changesOf(recordId.actual('a', TODAY), row, kept)).toEqual([]);
    const blank: RecordEntry = [recordId.history('a', '2026-11'), { dials: null }];
    expect(changesOf(recordId.actual('a', TODAY), blank)).toEqual([]);
  });

  it('is none where days were kept before, which then are the month', () => {
    const day: RecordEntry = [recordId.systemActual('a', '2026-11-03'), { dials: 90 }];
    expect(changesOf(recordId.actual('a', TODAY), row, day)).toEqual([]);
    const blank: RecordEntry = [recordId.systemActual('a', '2026-11-03'), { dials: null }];
    expect(changesOf(recordId.actual('a', TODAY), row, blank)).toHaveLength(1);
  });

  it('is none for a day that is taken away', () => {
    const gone = [{ remove: recordId.actual('a', TODAY) }];
    expect(monthToDateChanges(gone, (id) => new Map([row]).get(id), TODAY)).toEqual([]);
  });

  it('moves on to today when the month is entered as a whole again', () => {
    expect(changesOf(recordId.history('a', '2026-11'), row, kept)).toEqual([
      { id: 'monthToDate/a/2026-11', field: 'until', value: TODAY },
    ]);
    expect(changesOf(recordId.history('a', '2026-10'), row, kept)).toEqual([]);
  });

  it('knows the running month by the cut-off day', () => {
    const settings: RecordEntry = [SETTINGS_ID, { name: '', cutoffDay: 15 }];
    const december: RecordEntry = [recordId.history('a', '2026-12'), { dials: 40 }];
    expect(changesOf(recordId.actual('a', TODAY), settings, december)).toEqual([
      { create: 'monthToDate/a/2026-12', values: { until: TODAY } },
    ]);
  });
});
