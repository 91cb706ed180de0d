import type { SheetDefinition } from '../definition.ts';
import { backcast } from './backcast.ts';
import { goals } from './goals.ts';
import { history } from './history.ts';
import { ratios } from './ratios.ts';
import { team } from './team.ts';

export const definitions = { goals, team, history, backcast, ratios } satisfies Record<
  string,
  SheetDefinition
>;
export type DefinitionId = keyof typeof definitions;
