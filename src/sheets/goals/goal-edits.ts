import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { isSamePlace } from '../../model/goal-place.ts';
import { recordId, type GoalPlace } from '../../model/ids.ts';
import type { GoalEdit } from '../../model/planning/goals.ts';
import { monthsOf, yearOf, type Month } from '../../model/time.ts';
import { repsBelow } from '../apply-written.ts';
import { columnTypes } from '../columns/index.ts';
import type { Ask } from '../definition.ts';
import type { CellEdit, EditOutcome, EditReason } from '../sheet.ts';
import { trialOf, type GoalsPlan } from './goals-plan.ts';
import { claimed } from './claims.ts';
import { asStored, impossible, sharedText } from './goal-answer.ts';
import { solving } from './solving.svelte.ts';
import { supposedTrial } from './trial.ts';

export interface PlacedEdit {
  readonly edit: CellEdit;
  readonly place: GoalPlace;
}

/** Cells beyond the typed ones that may change without being shown first: they are in sight as a rule. */
const FEW = 3;

/** Each is one record that nothing else hangs on: it is written as it is typed. */
export function isPlain(plan: GoalsPlan, placed: readonly PlacedEdit[]): boolean {
  if (plan.segments.length > 0 || plan.locks.size > 0 || trialOf(plan)) return false;
  const reps = new Set(plan.context.units.filter(({ kind }) => kind === 'rep').map(({ key }) => key));
  return placed.every(({ place: { unit, span } }) => reps.has(unit) && span.from === span.to);
}

/**
 * Goals that were typed or pasted at any height, as one question to the planner. Few changed cells go in at once;
 * more are shown first, and what can't be had stays on its cells with the reason.
 */
export async function goalEdits(
  plan: GoalsPlan,
  placed: readonly PlacedEdit[],
  reason: EditReason,
  ask: Ask,
): Promise<EditOutcome> {
  const block = new Block(plan, placed);
  if (block.edits.length === 0) return block.outcome([], '');
  const trial = trialOf(plan);
  const typed = block.edits.map(({ goal }) => goal);
  const edits = [
    ...(trial?.edits ?? []).filter((old) => !typed.some((now) => isSamePlace(old, now))),
    ...typed,
  ];
  const { month, settings } = plan.context;
  const span = yearOf(month, settings.firstMonth);
  const suppose = { span, above: trial ? 0 : FEW + block.leaves };
  const answer = await solving.ask(ask, { kind: 'goalEdit', edits, suppose });
  if (!answer) return block.refusedAll(t().sheets.notNow);
  if (!answer.possible) {
    const refused = block.refusedAll(impossible(plan, answer));
    return answer.why === 'left' ? refused : { ...refused, conflict: { edits, answer } };
  }
  const changes = asStored(plan, answer.changes);
  if (!trial && answer.cells - block.leaves <= FEW) return block.outcome(changes, block.summary(reason));
  const shown = await supposedTrial(plan, edits, answer, ask);
  return shown ? { ...block.outcome([], ''), trial: shown } : block.refusedAll(t().sheets.notNow);
}

interface Typed {
  readonly edit: CellEdit;
  readonly goal: GoalEdit;
  readonly cells: readonly string[];
}

/** What was typed in one act. */
class Block {
  readonly edits: readonly Typed[];
  private readonly rejected: EditOutcome['rejected'][number][] = [];
  private readonly following: number;

  constructor(
    private readonly plan: GoalsPlan,
    placed: readonly PlacedEdit[],
  ) {
    const read = placed.flatMap((each) => this.read(each) ?? []);
    const { asked, nobody, following } = claimed(read, ({ cells }) => cells);
    for (const { edit } of nobody) this.reject(edit, t().goals.impossible.nobody);
    this.edits = asked;
    this.following = following;
  }

  /** Typed cells that are a rep's month. */
  get leaves(): number {
    return this.edits.filter(({ cells }) => cells.length === 1).length;
  }

  private read({ edit, place }: PlacedEdit): Typed | null {
    const parsed = columnTypes.money.parse(edit.text, this.plan.context);
    const amount = parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
    const wrong = !parsed.ok ? parsed.message : amount !== null && amount < 0 ? t().sheets.negative : null;
    if (wrong !== null) return this.reject(edit, wrong);
    return { edit, goal: { ...place, amount, spread: null }, cells: this.cellsOf(place) };
  }

  private cellsOf({ unit, span, segment }: GoalPlace): string[] {
    const months: readonly Month[] = monthsOf(span);
    return repsBelow(this.plan.context.units, unit).flatMap((rep) =>
      months.map((month) => recordId.goal(rep, month, segment)),
    );
  }

  private reject(edit: CellEdit, message: string): null {
    this.rejected.push({ ...edit, message });
    return null;
  }

  refusedAll(message: string): EditOutcome {
    for (const { edit } of this.edits) this.reject(edit, message);
    return this.outcome([], '');
  }

  outcome(changes: readonly Change[], summary: string): EditOutcome {
    return { changes, rejected: this.rejected, summary };
  }

  summary(reason: EditReason): string {
    const words = t().goals.shared;
    const totals = this.edits.filter(({ cells }) => cells.length > 1);
    const values = this.edits.length - totals.length;
    const parts: string[] = [];
    const [only] = totals;
    if (reason === 'paste' && values > 1) parts.push(t().sheets.pasted(values));
    if (only && totals.length === 1)
      parts.push(only.goal.amount === null ? '' : sharedText(this.plan.context, only.goal));
    else if (totals.length > 1) parts.push(words.many(totals.length));
    if (this.following > 0) parts.push(words.follow(this.following));
    return parts.join(t().sheets.goals.comma);
  }
}
