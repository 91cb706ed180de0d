import type { LoadAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { loadSentences, unitLoad } from '../load-words.ts';
import type { Cell } from '../sheet.ts';
import type { BackcastPlan } from './plan.ts';

/** The work of a day, amber where it is more than the working time or the proven best; what it takes stands on hover. */
export function loadMarked(plan: BackcastPlan, cell: Cell, loads: LoadAnswer | null, unit: Unit): Cell {
  const load = loads && unitLoad(loads, unit.key, unit.kind === 'rep');
  if (!load || cell.value === null) return cell;
  const { words, context } = plan;
  const said = loadSentences(load, words.measure(loads.measure ?? ''), context.language);
  const hint = [...said, ...(cell.hint === undefined ? [] : [cell.hint])].join(' · ');
  return { ...cell, hint, ...(load.over > 0 && { marks: [...(cell.marks ?? []), 'decide' as const] }) };
}
