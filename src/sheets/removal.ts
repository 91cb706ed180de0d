import type { Change } from '../model/diff.ts';
import { keysOf, recordId, type RecordKind } from '../model/ids.ts';
import type { SheetContext } from './definition.ts';
import { unitsUnder } from './newcomers.ts';
import { closeTeams, raisePlaces, teamsOfThePast } from './team/closing.ts';

/** Records whose first key is the unit that they are about. */
const OWNED: readonly RecordKind[] = [
  ...(['history', 'goal', 'inHand', 'override', 'place'] as const),
  ...(['lock', 'spreadBy', 'task', 'proposal'] as const),
  ...(['actual', 'systemActual', 'monthToDate', 'handedOut', 'catchUp', 'report'] as const),
];

/**
 * Deletes units with everything below them and all that the plan keeps about them. `past`: teams that others were in
 * before are closed and keep these months, or leave them to what is above.
 */
export function removeUnits(
  context: Pick<SheetContext, 'units' | 'ofKind' | 'settings'>,
  keys: readonly string[],
  past: 'kept' | 'above' = 'kept',
): Change[] {
  const all = new Set(keys.flatMap((key) => unitsUnder(context.units, key).map((unit) => unit.key)));
  const closed = past === 'kept' ? teamsOfThePast(context, all) : new Map<string, string>();
  const gone = new Set([...all].filter((key) => !closed.has(key)));
  const owned = OWNED.flatMap((kind) => context.ofKind(kind)).filter(([id]) => gone.has(keysOf(id)[0] ?? ''));
  const aliases = context
    .ofKind('alias')
    .filter(([, { unit }]) => typeof unit === 'string' && gone.has(unit));
  const ids = [...[...gone].map(recordId.unit), ...owned.map(([id]) => id), ...aliases.map(([id]) => id)];
  const kept = past === 'kept' ? closeTeams(context, closed) : raisePlaces(context, all);
  return [...ids.map((remove) => ({ remove })), ...kept];
}
