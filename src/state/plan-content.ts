import type { RecordEntry } from '../model/diff.ts';
import { applyStep, commitStep, newWriter, shownValues, type Rec, type Recs } from '../model/facts/index.ts';
import { SETTINGS_ID } from '../model/ids.ts';
import { defaultSettings } from '../model/records/settings.ts';
import type { PlanRow } from '../storage/storage.ts';
import { inSlices } from './pace.ts';

/** What people see of a plan: all that goes into a copy. In slices. */
export async function shownOf(recs: Recs): Promise<RecordEntry[]> {
  const shown: RecordEntry[] = [];
  await inSlices([...recs], 1000, (slice) => {
    for (const [id, rec] of slice) {
      const values = shownValues(rec);
      if (values) shown.push([id, values]);
    }
  });
  return shown;
}

/** A plan's first records, all written in one act, in slices. */
export async function newRecords(records: readonly RecordEntry[], at: number): Promise<Map<string, Rec>> {
  const recs = new Map<string, Rec>();
  const { by, n } = newWriter();
  await inSlices(records, 1000, (slice) => {
    const creations = slice.map(([create, values]) => ({ create, values }));
    applyStep(recs, commitStep(recs, { by, n }, at, creations));
  });
  return recs;
}

/** The same records under another plan name. */
export function withName(records: readonly RecordEntry[], name: string): RecordEntry[] {
  const settings = records.find(([id]) => id === SETTINGS_ID)?.[1] ?? { ...defaultSettings };
  return [[SETTINGS_ID, { ...settings, name }], ...records.filter(([id]) => id !== SETTINGS_ID)];
}

export function nameIn(recs: ReadonlyMap<string, Rec>): string {
  const name = recs.get(SETTINGS_ID)?.v['name'];
  return typeof name === 'string' ? name : '';
}

export const newRow = (id: string, recs: ReadonlyMap<string, Rec>, at: number): PlanRow => ({
  id,
  name: nameIn(recs),
  sample: recs.get(SETTINGS_ID)?.v['sample'] === true,
  changedAt: at,
  deletedAt: null,
  exports: 0,
  seq: 1,
});
