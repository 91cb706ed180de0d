import type { RecordEntry } from '../diff.ts';
import { shownValues } from './content.ts';
import { commitStep } from './commit.ts';
import { applyStep } from './join.ts';
import type { Facts, Rec } from './record.ts';
import type { Writer } from './stamp.ts';

/** A plan that begins with these records, all written in one act. */
export function newFacts(
  id: string,
  records: Iterable<RecordEntry>,
  writer: Writer,
  at: number,
): Facts & { readonly recs: Map<string, Rec> } {
  const recs = new Map<string, Rec>();
  const creations = [...records].map(([create, values]) => ({ create, values }));
  applyStep(recs, commitStep(recs, writer, at, creations));
  return { id, recs };
}

/** Another plan with the shown content and no past; it never merges with its origin. */
export function duplicate(
  facts: Facts,
  newId: string,
  writer: Writer,
  at: number,
): Facts & { readonly recs: Map<string, Rec> } {
  const shown = [...facts.recs].flatMap(([id, rec]): RecordEntry[] => {
    const values = shownValues(rec);
    return values ? [[id, values]] : [];
  });
  return newFacts(newId, shown, writer, at);
}
