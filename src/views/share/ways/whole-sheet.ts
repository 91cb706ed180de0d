import type { Query } from '../../../model/planning.ts';
import type { BuiltSheet, SheetContext } from '../../../sheets/definition.ts';
import type { SheetModel } from '../../../sheets/sheet.ts';
import { definitionOf, type DefinitionId } from '../../../sheets/definitions/index.ts';
import type { PlanSession } from '../../../state/contract.ts';
import type { Desk } from '../../../state/desk.svelte.ts';
import { contextOf } from '../../sheet/sheet.svelte.ts';

/** An edit while the planner answers makes the answers old: it is asked again. */
async function answersTo(session: PlanSession, queries: readonly Query[]) {
  for (;;) {
    const answers = await Promise.all(queries.map((query) => session.read(query)));
    const known = answers.filter((answer) => answer !== null);
    if (known.length === answers.length) return known;
  }
}

/** A sheet of what lies on the desk with every row open and every answer in it. */
export const wholeSheet = async (session: PlanSession, desk: Desk, id: DefinitionId): Promise<SheetModel> =>
  (await wholeBuilt(session, { ...contextOf(session, desk), folded: new Set<string>() }, id)).model;

export async function wholeBuilt(
  session: PlanSession,
  context: SheetContext,
  id: DefinitionId,
): Promise<BuiltSheet> {
  const definition = await definitionOf(id);
  const [answers, late] = await Promise.all([
    answersTo(session, definition.queries(context)),
    answersTo(session, definition.later?.(context) ?? []),
  ]);
  return definition.build(context, answers, late);
}
