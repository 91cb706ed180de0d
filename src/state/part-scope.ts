import type { RecordChange } from '../model/diff.ts';
import { shownValues, type Recs } from '../model/facts/index.ts';
import { kindOf, recordId, SLICE_ID } from '../model/ids.ts';
import type { Json, Values } from '../model/json.ts';
import { unitOfRecord } from '../model/unit-of-record.ts';
import type { PlanRecords } from './records.ts';

type Moved = (unit: string) => boolean;

/** Whether a unit stands in the part by what is known here, and the newest part does not hold it any more. */
function movedAway(facts: Recs): Moved {
  const said = (id: string) => shownValues(facts.get(id)) ?? undefined;
  const mark = said(SLICE_ID);
  const units = mark?.['units'];
  if (!mark || !Array.isArray(units)) return () => false;
  const held = new Set<Json>(units);
  const isBelow = (unit: string, passed: ReadonlySet<string>): boolean => {
    const parent = said(recordId.unit(unit))?.['parent'];
    if (typeof parent !== 'string' || passed.has(parent)) return false;
    return parent === mark['unit'] || isBelow(parent, new Set([...passed, parent]));
  };
  const known = new Map<string, boolean>();
  return (unit) => {
    const moved = known.get(unit) ?? (!held.has(unit) && isBelow(unit, new Set([unit])));
    known.set(unit, moved);
    return moved;
  };
}

const unitOf = (id: string, values: Values): Json | undefined =>
  kindOf(id) === 'note' ? values['unit'] : (unitOfRecord(id) ?? undefined);

/** What changes whose part it is, or what stands above it. */
const movesPart = ({ id }: RecordChange): boolean => id === SLICE_ID || kindOf(id) === 'unit';

/**
 * Of a part of a plan only what the newest part holds is seen: whoever has moved to another team meanwhile is no longer
 * counted there. Their records stay, since what was written about them may not have gone back yet; they are seen again
 * where a newer part holds them, or the merge that brought this one is taken back.
 */
export function seeOnlyPart(records: PlanRecords): void {
  let isGone = movedAway(records.facts);
  const isSeen = (id: string, values: Values): boolean => {
    const unit = unitOf(id, values);
    return typeof unit !== 'string' || !isGone(unit);
  };
  const seenOf = ({ id, values }: RecordChange): RecordChange =>
    values && isSeen(id, values) ? { id, values } : { id, values: null };
  const turned = (): RecordChange[] =>
    [...records.facts].flatMap(([id, rec]) => {
      const change = seenOf({ id, values: shownValues(rec) });
      return !change.values === !records.shown.get(id) ? [] : [change];
    });
  records.see = (changes) => {
    if (!changes.some(movesPart)) return changes.map(seenOf);
    isGone = movedAway(records.facts);
    const named = new Set(changes.map(({ id }) => id));
    return [...changes.map(seenOf), ...turned().filter(({ id }) => !named.has(id))];
  };
  for (const change of turned()) records.shown.apply(change);
}
