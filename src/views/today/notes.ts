import type { RecordEntry } from '../../model/diff.ts';
import { keysOf } from '../../model/ids.ts';
import { readRecord } from '../../model/read-record.ts';
import { noteSchema, type Note } from '../../model/records/diary.ts';

/** A person's quick notes, the latest first. */
export const quickNotes = (records: readonly RecordEntry[], unit: string): Note[] =>
  records
    .filter(([, values]) => values['unit'] === unit && (values['kind'] ?? 'quick') === 'quick')
    .flatMap(([id, values]) => {
      const note = readRecord(noteSchema, values);
      return note ? [{ ...note, key: keysOf(id)[0] ?? '' }] : [];
    })
    .sort((a, b) => b.day.localeCompare(a.day) || (a.key < b.key ? 1 : -1));
