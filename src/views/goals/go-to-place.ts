import { tick } from 'svelte';
import { isSamePlace } from '../../model/goal-place.ts';
import type { GoalPlace } from '../../model/ids.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { partsKey } from '../../sheets/goals/parts.ts';
import type { Host } from '../sheet/host.svelte.ts';

/** Selects the cell of a goal, in the view that has it. */
export async function goToPlace(desk: Desk, host: Host, place: GoalPlace): Promise<void> {
  if (select(host, place)) return;
  const single = place.span.from === place.span.to;
  if (single) desk.month = place.span.from;
  const segments = place.segment === null ? desk.goals.segments : ('rows' as const);
  desk.goals = { ...desk.goals, segments, lockedOnly: false, view: single ? desk.goals.view : 'year' };
  // A rep's segments are opened by this key, and nothing else is folded.
  desk.folded = new Set(place.segment === null ? [] : [partsKey(place.unit, null)]);
  await tick();
  select(host, place);
}

function select(host: Host, place: GoalPlace): boolean {
  const { built } = host;
  if (!built) return false;
  for (let row = 0; row < built.model.rowCount; row++) {
    if (built.unitAt(row) !== place.unit) continue;
    for (let column = 0; column < built.model.columns.length; column++) {
      const there = built.placeOf?.(row, column);
      if (!there || !isSamePlace(there, place)) continue;
      const at = { row, column };
      host.selection = { active: at, from: at, to: at };
      return true;
    }
  }
  return false;
}
