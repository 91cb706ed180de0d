import { plainText } from '../../model/entry/text.ts';
import { nameKey } from './keys.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';
import type { PlanFacts } from './types.ts';

const NONE: ReadonlySet<string> = new Set();

/** Names that several reps of the plan bear. */
function inPlan({ units }: PlanFacts): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { kind, name } of units) {
    const key = nameKey(name);
    if (kind === 'rep' && seen.has(key)) twice.add(key);
    if (kind === 'rep') seen.add(key);
  }
  return twice;
}

/** Names that ever stand beside more than one team. */
function inSeveralTeams(table: Table, { headerRow, rep, team }: Layout): Set<string> {
  const teams = new Map<string, string>();
  const several = new Set<string>();
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    const name = table.rows[row]![rep!.index] ?? '';
    const own = table.rows[row]![team!.index] ?? '';
    if (name === '' || own === '') continue;
    const known = teams.get(name);
    if (known === undefined) teams.set(name, own);
    else if (known !== own) several.add(name);
  }
  return several;
}

/**
 * Names (by `nameKey`) that mean several people: in one and the same month they stand in more than one team. One who
 * is in another team in another month has moved.
 */
export function findNamesakes(table: Table, layout: Layout, facts: PlanFacts): ReadonlySet<string> {
  const { headerRow, rep, team, when, wide, rowMeasure } = layout;
  if (!rep || !team) return NONE;
  const found = inPlan(facts);
  const several = inSeveralTeams(table, layout);
  if (several.size === 0) return found;
  const at = wide ? rowMeasure : when;
  const teams = new Map<string, string>();
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    const cells = table.rows[row]!;
    const name = cells[rep.index] ?? '';
    const own = plainText(cells[team.index] ?? '');
    if (!several.has(name) || own === '') continue;
    const place = `${nameKey(name)}\u0000${at ? plainText(cells[at.index] ?? '') : ''}`;
    const known = teams.get(place) ?? own;
    teams.set(place, known);
    if (known !== own) found.add(nameKey(name));
  }
  return found;
}
