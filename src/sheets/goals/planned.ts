import type { Language } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext } from '../definition.ts';

/** Where it is said how much of a task is to be assigned: of a unit, or at the top of the plan. */
export const plannedCell = ({ key, parent }: Unit): { readonly id: string; readonly field: string } => ({
  id: parent === null ? SETTINGS_ID : recordId.unit(key),
  field: 'overAssign',
});

/** What is said of the unit itself; null = it goes by those above it. */
export function ownPlanned(context: Pick<SheetContext, 'get'>, unit: Unit): number | null {
  const { id, field } = plannedCell(unit);
  const value = context.get(id)?.[field];
  return typeof value === 'number' ? value : null;
}

export const isPlannable = (share: number): boolean => share >= 0.5 && share <= 3;

/** 105% or 102.5%; '' = nothing is planned. */
export function plannedText(share: number, language: Language): string {
  if (!Number.isFinite(share)) return '';
  const percent = Math.round(share * 1000) / 10;
  return `${formatNumber(percent, language, Number.isInteger(percent) ? 0 : 1)}%`;
}
