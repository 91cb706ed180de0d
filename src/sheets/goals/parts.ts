import { t } from '../../i18n/i18n.svelte.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Month } from '../../model/time.ts';
import { unsplit, type GoalsPlan } from './goals-plan.ts';

/** A row below a unit: one of its segments, or what is not split. */
export interface Part {
  /** null: what of `of` is not split over its parts. */
  readonly segment: string | null;
  /** The segment it is a part of; null = of the unit's whole goal. */
  readonly of: string | null;
  readonly name: string;
  /** Below the row of its unit. */
  readonly level: number;
  /** null: has no parts. */
  readonly expanded: boolean | null;
}

/** What stands for a unit's segments, and for the parts of one of them, among the folded keys. */
export const partsKey = (unit: string, segment: string | null): string => `parts:${unit}/${segment ?? ''}`;

/** The segments of a unit as rows. `months`: those in sight, where something may not be split. */
export function partsOf(plan: GoalsPlan, unit: Unit, months: readonly Month[]): Part[] {
  const { segments, context } = plan;
  const under = (of: string | null, level: number): Part[] => {
    const rows = segments
      .filter(({ parent }) => parent === of)
      .flatMap(({ segment: { key, name } }): Part[] => {
        const hasParts = segments.some(({ parent }) => parent === key);
        const expanded = hasParts ? !context.folded.has(partsKey(unit.key, key)) : null;
        const row: Part = { segment: key, of, name, level, expanded };
        return expanded ? [row, ...under(key, level + 1)] : [row];
      });
    const rest = unsplit(plan, unit, of, months);
    const left: Part = { segment: null, of, name: t().goals.unsplit, level, expanded: null };
    return rows.length > 0 && Math.abs(rest) > 0 ? [...rows, left] : rows;
  };
  return under(null, 1);
}
