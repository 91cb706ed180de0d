import type { Change } from '../model/diff.ts';
import { SLICE_ID } from '../model/ids.ts';
import type { Json, Values } from '../model/json.ts';
import { mayReturn } from '../model/slices/returnable.ts';

/** Fetched with the rule: both are asked for by parts of a plan alone. */
export { seeOnlyPart } from './part-scope.ts';

type Get = (id: string) => Values | undefined;

/** A change, and the unit that a note is made to be about or is about. */
function cellsOf(change: Change, get: Get): [id: string, field: string, unit: Json | undefined][] {
  if ('create' in change) return [[change.create, '', change.values['unit']]];
  if ('remove' in change) return [[change.remove, '', get(change.remove)?.['unit']]];
  const unit = get(change.id)?.['unit'];
  const cell: [string, string, Json | undefined] = [change.id, change.field, unit];
  return change.field === 'unit' ? [cell, [change.id, change.field, change.value]] : [cell];
}

/** This is a part of a plan, and among the changes are some that the plan would not take back. */
export function isOutsidePart(changes: readonly Change[], get: Get): boolean {
  const units = get(SLICE_ID)?.['units'];
  if (!Array.isArray(units)) return false;
  const mark = { units: units as readonly Json[] as string[] };
  return changes.some((change) =>
    cellsOf(change, get).some(([id, field, unit]) => !mayReturn(mark, id, field, unit)),
  );
}
