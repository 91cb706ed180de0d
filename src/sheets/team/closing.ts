import type { Change } from '../../model/diff.ts';
import { keysOf, kindOf, recordId } from '../../model/ids.ts';
import { addMonths, dayNumber, dayOf, type Day, type Month } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';

type Context = Pick<SheetContext, 'units' | 'ofKind' | 'settings'>;

/**
 * Teams among those to be deleted in which units that stay were in earlier months, with the teams above them, and the
 * last month of each: without them these months would be nobody's.
 */
export function teamsOfThePast({ units, ofKind }: Context, gone: ReadonlySet<string>): Map<string, Month> {
  const parents = new Map(units.map(({ key, parent }) => [key, parent]));
  const last = new Map<string, Month>();
  const keep = (key: string | null | undefined, month: Month): void => {
    for (let at = key; at != null && gone.has(at); at = parents.get(at)) {
      if ((last.get(at) ?? '') >= month) return;
      last.set(at, month);
    }
  };
  const places = ofKind('place').map(([id, { parent }]) => {
    const [unit = '', before = ''] = keysOf(id);
    return { unit, parent: typeof parent === 'string' ? parent : null, month: addMonths(before, -1) };
  });
  // What is kept has a past of its own, which may keep more.
  for (let known = -1; known < last.size;) {
    known = last.size;
    for (const { unit, parent, month } of places)
      if (parents.has(unit) && (!gone.has(unit) || last.has(unit))) keep(parent, month);
  }
  return last;
}

/** Teams stay for the months that they have, and end with the last of them. */
export function closeTeams({ ofKind, settings }: Context, teams: ReadonlyMap<string, Month>): Change[] {
  const ended = [...teams].map(([key, last]): Change => ({
    ...{ id: recordId.unit(key), field: 'end', value: lastDay(last, settings.cutoffDay) },
  }));
  const later = (['lock', 'spreadBy', 'task', 'proposal'] as const).flatMap((kind) =>
    ofKind(kind).flatMap(([id]): Change[] => {
      const last = teams.get(keysOf(id)[0] ?? '');
      return last !== undefined && lastMonthOf(id) > last ? [{ remove: id }] : [];
    }),
  );
  return [...ended, ...later];
}

const lastMonthOf = (id: string): Month =>
  keysOf(id)[kindOf(id) === 'lock' || kindOf(id) === 'spreadBy' ? 2 : 1] ?? '';

const lastDay = (month: Month, cutoffDay: number): Day =>
  cutoffDay > 0
    ? `${month}-${String(cutoffDay).padStart(2, '0')}`
    : dayOf(dayNumber(`${addMonths(month, 1)}-01`) - 1);

/** The months of those who stay go to what is above the teams that are gone. */
export function raisePlaces({ units, ofKind }: Context, gone: ReadonlySet<string>): Change[] {
  const parents = new Map(units.map(({ key, parent }) => [key, parent]));
  return ofKind('place').flatMap(([id, { parent }]): Change[] => {
    if (gone.has(keysOf(id)[0] ?? '') || typeof parent !== 'string' || !gone.has(parent)) return [];
    let above: string | null = parent;
    while (above !== null && gone.has(above)) above = parents.get(above) ?? null;
    return [{ id, field: 'parent', value: above }];
  });
}
