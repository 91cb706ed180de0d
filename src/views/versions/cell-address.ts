import type { Change } from '../../model/diff.ts';
import { keysOf, recordId } from '../../model/ids.ts';
import type { BuiltSheet } from '../../sheets/definition.ts';
import type { PlanSession } from '../../state/contract.ts';
import { planRoute } from '../../ui/route.ts';
import { formatCell, type CellAddress } from './address.ts';

/** Something that each type of cell understands; none of it is ever committed. */
const TRIALS = ['1', '2', '0.5', '0.6', '2026-01-02', '2026-01-03', 'x'];

function addressIn(changes: readonly Change[], unit: string | null): CellAddress | null {
  const ofUnit = (id: string) => unit === null || id.split('/')[1] === unit;
  for (const change of changes) {
    if ('remove' in change) continue;
    if ('field' in change && ofUnit(change.id)) return { id: change.id, field: change.field };
    const field = 'create' in change ? Object.keys(change.values)[0] : undefined;
    if ('create' in change && field !== undefined && ofUnit(change.create))
      return { id: change.create, field };
  }
  return null;
}

/** The record and field behind a cell of a sheet: where typing into it would write. null = nowhere. */
export async function cellAddress(
  built: BuiltSheet,
  session: PlanSession,
  row: number,
  column: number,
): Promise<CellAddress | null> {
  const { choices = [] } = built.model.columns[column] ?? {};
  for (const text of [...TRIALS, ...choices.map(({ label }) => label)]) {
    const outcome = await built.edit([{ row, column, text }], 'type', (query) => session.read(query));
    const found = addressIn(outcome.changes, built.unitAt(row));
    if (found) return found;
  }
  return null;
}

/**
 * Where the history of a goal is: a rep's month as far as it is one record, a total in the log of its unit. undefined =
 * the cell holds no goal.
 */
export function goalHistory(
  { goalOf }: Pick<BuiltSheet, 'goalOf'>,
  session: Pick<PlanSession, 'get' | 'ofKind'>,
  row: number,
  column: number,
): string | undefined {
  const place = goalOf?.(row, column);
  if (!place) return undefined;
  const { unit, span, segment } = place;
  const single = session.get(recordId.unit(unit))?.['kind'] === 'rep' && span.from === span.to;
  const hasParts = session
    .ofKind('segment')
    .some(([id, { parent }]) =>
      segment === null
        ? session.get(recordId.goal(unit, span.from, keysOf(id)[0]))
        : (parent ?? null) === segment,
    );
  return single && !hasParts
    ? formatCell({ id: recordId.goal(unit, span.from, segment), field: 'amount' })
    : `log ${unit}`;
}

/** Opens the history of a cell; of one that is worked out there is none, and the log is shown. */
export async function openHistory(
  built: BuiltSheet,
  session: PlanSession,
  row: number,
  column: number,
): Promise<void> {
  const address = goalHistory(built, session, row, column);
  const found = address === undefined ? await cellAddress(built, session, row, column) : null;
  location.hash = planRoute(session.planId, 'versions', address ?? (found ? formatCell(found) : 'log'));
}
