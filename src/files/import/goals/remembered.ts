import type { Change } from '../../../model/diff.ts';
import { keysOf, recordId } from '../../../model/ids.ts';
import { layoutKey } from '../keys.ts';
import type { PlanReader } from '../facts.ts';
import { GOAL_TARGETS, type GoalColumn, type GoalDraft, type GoalFacts } from './types.ts';

/** Beside the mappings of histories: the same headers may be read as both. */
const PREFIX = 'goals-';
const isGoalTarget = (target: unknown): target is string =>
  (GOAL_TARGETS as readonly unknown[]).includes(target);

/** What was remembered of files with goals, by `layoutKey`. */
export const goalMappings = (reader: PlanReader): GoalFacts['mappings'] =>
  Object.fromEntries(
    reader.ofKind('mapping').flatMap(([id, { columns }]) => {
      const [key = ''] = keysOf(id);
      return key.startsWith(PREFIX)
        ? [[key.slice(PREFIX.length), (columns ?? {}) as { [header: string]: string }]]
        : [];
    }),
  );

/** What a column was in a file with the same headers; undefined = nothing is known. A period says by itself what it is. */
export function rememberedTarget(
  { mappings }: GoalFacts,
  columns: readonly Pick<GoalColumn, 'header' | 'month'>[],
): (column: Pick<GoalColumn, 'header' | 'span'>) => string | undefined {
  const known = mappings[layoutKey(columns)];
  return ({ header, span }) => {
    const target = known && span === null && Object.hasOwn(known, header) ? known[header] : undefined;
    return isGoalTarget(target) ? target : undefined;
  };
}

/** Whether a person said what columns are: that is worth keeping. */
export const hasChosenColumns = ({ columns }: Pick<GoalDraft, 'columns'>): boolean =>
  columns.some(({ reason, span, header }) => reason === 'chosen' && span === null && header !== '');

/** Keeps what the columns of a file are for the next one with the same headers. */
export function rememberColumns(draft: GoalDraft, reader: PlanReader): Change[] {
  if (!hasChosenColumns(draft)) return [];
  const id = recordId.mapping(PREFIX + layoutKey(draft.columns));
  const named = draft.columns.filter(({ header, span }) => header !== '' && span === null);
  // Of two columns with one header the one that is used counts.
  const used = [...named].sort((a, b) => Number(a.target !== 'ignore') - Number(b.target !== 'ignore'));
  const columns = Object.fromEntries(used.map(({ header, target }) => [header, target]));
  return reader.get(id) ? [{ id, field: 'columns', value: columns }] : [{ create: id, values: { columns } }];
}
