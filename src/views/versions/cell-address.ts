import type { Change } from '../../model/diff.ts';
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

/** Opens the history of a cell; of one that is worked out there is none, and the log is shown. */
export async function openHistory(
  built: BuiltSheet,
  session: PlanSession,
  row: number,
  column: number,
): Promise<void> {
  const address = await cellAddress(built, session, row, column);
  location.hash = planRoute(session.planId, 'versions', address ? formatCell(address) : 'log');
}
