import { recordId, keysOf, randomKey } from '../../model/ids.ts';
import type { Change } from '../../model/diff.ts';
import { readRecord } from '../../model/read-record.ts';
import { noteSchema, type Note } from '../../model/records/diary.ts';
import type { PlanSession } from '../../state/contract.ts';

/** All notes of a plan, the latest first. */
export function notesOf(session: Pick<PlanSession, 'ofKind'>): Note[] {
  const notes = session.ofKind('note').flatMap(([id, values]): Note[] => {
    const note = readRecord(noteSchema, values);
    return note ? [{ ...note, key: keysOf(id)[0] ?? '' }] : [];
  });
  return notes.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.key < b.key ? -1 : 1));
}

type Fields = Omit<Note, 'key'>;

/** A new note, or other words for a kept one. */
export function keepNote(session: PlanSession, note: Fields, key: string | null): Promise<void> {
  const id = recordId.note(key ?? randomKey());
  const known = key === null ? undefined : session.get(id);
  const changes: Change[] = known
    ? Object.entries(note)
        .filter(([field, value]) => known[field] !== value)
        .map(([field, value]) => ({ id, field, value }))
    : [{ create: id, values: { ...note } }];
  return changes.length > 0 ? session.commit(changes, { code: 'note' }) : Promise.resolve();
}

export const removeNote = (session: PlanSession, key: string): Promise<void> =>
  session.commit([{ remove: recordId.note(key) }], { code: 'note' });
