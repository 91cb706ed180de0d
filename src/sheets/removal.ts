import type { Change } from '../model/diff.ts';
import { keysOf, recordId, type RecordKind } from '../model/ids.ts';
import type { SheetContext } from './definition.ts';
import { unitsUnder } from './newcomers.ts';

/** Records whose first key is the unit that they are about. */
const OWNED: readonly RecordKind[] = [
  ...(['history', 'goal', 'inHand', 'override'] as const),
  ...(['actual', 'systemActual', 'monthToDate', 'handedOut', 'catchUp', 'report'] as const),
];

/** Deletes units with everything below them and all that the plan keeps about them. */
export function removeUnits(
  context: Pick<SheetContext, 'units' | 'ofKind'>,
  keys: readonly string[],
): Change[] {
  const gone = new Set(keys.flatMap((key) => unitsUnder(context.units, key).map((unit) => unit.key)));
  const owned = OWNED.flatMap((kind) => context.ofKind(kind)).filter(([id]) => gone.has(keysOf(id)[0] ?? ''));
  const aliases = context
    .ofKind('alias')
    .filter(([, { unit }]) => typeof unit === 'string' && gone.has(unit));
  const ids = [...[...gone].map(recordId.unit), ...owned.map(([id]) => id), ...aliases.map(([id]) => id)];
  return ids.map((remove) => ({ remove }));
}
