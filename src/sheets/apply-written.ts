import type { Change } from '../model/diff.ts';
import { keysOf, kindOf } from '../model/ids.ts';
import type { Json, Values } from '../model/json.ts';
import type { Unit } from '../model/records/unit.ts';
import { t, withMessages } from '../i18n/i18n.svelte.ts';
import type { Ask, SheetContext } from './definition.ts';
import type { PlacedGoal } from './share-goals.ts';
import type { CellEdit, EditOutcome, EditReason } from './sheet.ts';
import type { Written } from './written.ts';

export interface Act {
  readonly edit: CellEdit;
  readonly written: Written;
}
type Rejected = EditOutcome['rejected'][number];

/**
 * The changes that one act of typing or pasting makes. Values go in at once. Totals are shared out by the planner, all
 * of an act in one question, so that none undoes another; goals of single cells are part of that question where the act
 * has a total as well, or where the plan has locks or segments that they may touch. A blank that is pasted leaves a goal
 * as it is, so that a table of part of the team takes nothing away; 0 makes it zero, and Delete makes it blank.
 * `newcomers`: members that the act adds; their goals are asked for with them.
 */
export function applyWritten(
  context: SheetContext,
  acts: readonly Act[],
  reason: EditReason,
  ask: Ask,
  newcomers: readonly Change[] = [],
): EditOutcome | Promise<EditOutcome> {
  const gathered = new Gathered(context);
  const goals: PlacedGoal[] = [];
  const asks = acts.some(({ written }) => written.kind === 'total') || isSplitOrLocked(context);
  for (const { edit, written } of acts) {
    if (reason === 'paste' && edit.text.trim() === '' && isGoal(written)) continue;
    const goal = asks ? goalOf(edit, written) : null;
    if (goal) goals.push(goal);
    else if (written.kind === 'value') gathered.setValue(written);
    else if (written.kind === 'record') gathered.add(written);
    else if (written.kind === 'refused') gathered.refuse(edit, written.message);
  }
  if (goals.length === 0) return gathered.outcome(reason);
  return withMessages('goals', import('./share-goals.ts')).then(({ shareGoals }) =>
    shareGoals({ context, goals, reason, ask, newcomers }, gathered),
  );
}

const isGoal = (written: Written): boolean =>
  written.kind === 'total' || (written.kind === 'value' && kindOf(written.id) === 'goal');

const isSplitOrLocked = (context: SheetContext): boolean =>
  context.ofKind('lock').length > 0 || context.ofKind('segment').length > 0;

/** A goal that the planner is to be asked about. */
function goalOf(edit: CellEdit, written: Written): PlacedGoal | null {
  if (written.kind === 'refused' || written.kind === 'record') return null;
  if (written.kind === 'total') {
    const { unit, span, amount } = written;
    return { edit, place: { unit, span, segment: null }, amount, isCell: false };
  }
  const { id, value } = written;
  const [unit = '', month = '', segment = null] = keysOf(id);
  if (kindOf(id) !== 'goal') return null;
  const place = { unit, span: { from: month, to: month }, segment };
  return { edit, place, amount: typeof value === 'number' ? value : null, isCell: true };
}

export class Gathered {
  readonly changes: Change[] = [];
  private readonly rejected: Rejected[] = [];
  private readonly created = new Map<string, { [field: string]: Json }>();
  values = 0;

  constructor(private readonly context: SheetContext) {}

  setValue({ id, field, value }: { id: string; field: string; value: Json }): void {
    this.values++;
    const fresh = this.created.get(id);
    if (fresh) fresh[field] = value;
    else if (this.context.get(id)) this.changes.push({ id, field, value });
    else if (value !== null) {
      const values = { [field]: value };
      this.created.set(id, values);
      this.changes.push({ create: id, values });
    }
  }

  add({ id, values }: { id: string; values: Values }): void {
    this.values++;
    this.changes.push({ create: id, values });
  }

  refuse(edit: CellEdit, message: string): void {
    this.rejected.push({ ...edit, message });
  }

  /** `more`: what else the act has done, in words. */
  outcome(reason: EditReason, more: readonly string[] = []): EditOutcome {
    const words = t().sheets;
    const pasted = reason === 'paste' && this.values > 1 ? [words.pasted(this.values)] : [];
    const summary = [...pasted, ...more].join(words.goals.comma);
    return { changes: this.changes, rejected: this.rejected, summary };
  }
}

/** Keys of the reps below a unit; of a rep itself. `units` in tree order. */
export function repsBelow(units: readonly Unit[], key: string): string[] {
  const below = new Set<string>();
  const reps: string[] = [];
  for (const unit of units) {
    if (unit.key !== key && !(unit.parent !== null && below.has(unit.parent))) continue;
    if (unit.kind === 'rep') reps.push(unit.key);
    if (unit.key === key && unit.kind === 'rep') return reps;
    below.add(unit.key);
  }
  return reps;
}
