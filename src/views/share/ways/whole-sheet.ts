import type { Query } from '../../../model/planning.ts';
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
export async function wholeSheet(session: PlanSession, desk: Desk, id: DefinitionId): Promise<SheetModel> {
  const definition = await definitionOf(id);
  const context = { ...contextOf(session, desk), folded: new Set<string>() };
  const [answers, late] = await Promise.all([
    answersTo(session, definition.queries(context)),
    answersTo(session, definition.later?.(context) ?? []),
  ]);
  return definition.build(context, answers, late).model;
}
