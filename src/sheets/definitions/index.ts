import { withMessages } from '../../i18n/i18n.svelte.ts';
import type { SheetDefinition } from '../definition.ts';
import { backcast } from './backcast.ts';

/** The plan opens on the Backcast; the code of the others comes when they are first looked at. */
const loads = {
  goals: async () => (await withMessages('goals', import('./goals.ts'))).goals,
  team: async () => (await withMessages('team', import('./team.ts'))).team,
  history: async () => (await withMessages('history', import('./history.ts'))).history,
  backcast: () => Promise.resolve(backcast),
  actuals: async () => (await withMessages('actuals', import('./actuals.ts'))).actuals,
  whatIf: async () => (await import('./what-if.ts')).whatIf,
  ratios: async () => (await import('./ratios.ts')).ratios,
} satisfies Record<string, () => Promise<SheetDefinition>>;
export type DefinitionId = keyof typeof loads;

const loaded = new Map<DefinitionId, SheetDefinition>([['backcast', backcast]]);

/** At once where it was loaded before. Rejects where its code can't be had; asking again tries again. */
export function definitionOf(id: DefinitionId): SheetDefinition | Promise<SheetDefinition> {
  return loaded.get(id) ?? load(id);
}

async function load(id: DefinitionId): Promise<SheetDefinition> {
  const definition = await loads[id]();
  loaded.set(id, definition);
  return definition;
}
