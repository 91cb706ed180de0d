import type { Change, RecordChange } from '../../model/diff.ts';
import type { Json } from '../../model/json.ts';
import type { MergeConflict } from '../../model/merging.ts';

export type Choices = Readonly<Record<string, number>>;
export type Side = 'later' | 'mine' | 'theirs';

export const conflictKey = ({ id, field }: MergeConflict): string => `${id} ${field}`;

export const chosenOf = (conflict: MergeConflict, choices: Choices): number =>
  choices[conflictKey(conflict)] ?? conflict.suggested;

const valueOf = (conflict: MergeConflict, choices: Choices): Json =>
  conflict.options[chosenOf(conflict, choices)]?.value ?? null;

/** The option of one side; where it has none, or several, the suggestion. */
export function sideOf({ options, suggested }: MergeConflict, side: Side): number {
  if (side === 'later') return suggested;
  const mine = options.findIndex((option) => option.mine);
  if (side === 'mine') return mine < 0 ? suggested : mine;
  const theirs = options.flatMap((option, at) => (option.mine ? [] : [at]));
  return theirs.includes(suggested) ? suggested : (theirs[0] ?? suggested);
}

/** What the choices come to as one commit. A record that is deleted has nothing else to be chosen. */
export function changesOf(conflicts: readonly MergeConflict[], choices: Choices): Change[] {
  const removed = new Set(
    conflicts
      .filter((conflict) => conflict.field === '$' && valueOf(conflict, choices) !== true)
      .map(({ id }) => id),
  );
  return conflicts.flatMap((conflict): Change[] => {
    const { id, field } = conflict;
    if (removed.has(id)) return field === '$' ? [{ remove: id }] : [];
    return [{ id, field, value: valueOf(conflict, choices) }];
  });
}

/** How records in dispute look by the choices. */
export function looksOf(conflicts: readonly MergeConflict[], choices: Choices): RecordChange[] {
  const records = new Map<string, Record<string, Json> | null>();
  for (const conflict of conflicts) {
    const { id, field, record } = conflict;
    const values = records.has(id) ? records.get(id) : { ...record };
    const value = valueOf(conflict, choices);
    if (field === '$' && value !== true) records.set(id, null);
    else records.set(id, values && field !== '$' ? { ...values, [field]: value } : (values ?? null));
  }
  return [...records].map(([id, values]) => ({ id, values }));
}
