import { t } from '../i18n/i18n.svelte.ts';
import { formatMoney } from '../i18n/numbers.ts';
import type { Change } from '../model/diff.ts';
import { kindOf, recordId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Unit } from '../model/records/unit.ts';
import { monthsOf } from '../model/time.ts';
import type { Ask, SheetContext } from './definition.ts';
import type { CellEdit, EditOutcome, EditReason } from './sheet.ts';
import type { Written } from './written.ts';

export interface Act {
  readonly edit: CellEdit;
  readonly written: Written;
}
type Total = Extract<Written, { kind: 'total' }>;
type Rejected = EditOutcome['rejected'][number];

/**
 * The changes that one act of typing or pasting makes. Values go in at once; totals are shared out by the planner, one
 * after another. Where a block holds both a total and something below it, the parts stand and the total follows them.
 */
export function applyWritten(
  context: SheetContext,
  acts: readonly Act[],
  reason: EditReason,
  ask: Ask,
): EditOutcome | Promise<EditOutcome> {
  const gathered = new Gathered(context);
  for (const { edit, written } of acts) {
    if (written.kind === 'value') gathered.setValue(written);
    else if (written.kind === 'refused') gathered.refuse(edit, written.message);
  }
  const totals = acts.flatMap(({ edit, written }) => (written.kind === 'total' ? [{ edit, written }] : []));
  if (totals.length === 0) return gathered.outcome(reason);
  return shareTotals(gathered, totals, reason, ask);
}

/** Smaller totals first, so that a quarter or a region never undoes a month or a team of the same block. */
function shareTotals(
  gathered: Gathered,
  totals: readonly { edit: CellEdit; written: Total }[],
  reason: EditReason,
  ask: Ask,
): EditOutcome | Promise<EditOutcome> {
  const open = totals
    .map((total) => ({ ...total, cells: gathered.cellsBelow(total.written) }))
    .sort((a, b) => a.cells.length - b.cells.length)
    .filter(({ edit, written, cells }) => {
      if (cells.length === 0) gathered.refuse(edit, t().sheets.goals.nobody);
      else if (!gathered.claim(cells)) gathered.following++;
      else if (written.amount === null) gathered.clear(cells);
      else return true;
      return false;
    });
  if (open.length === 0) return gathered.outcome(reason);
  return (async () => {
    for (const { edit, written } of open) await gathered.share(edit, written, ask);
    return gathered.outcome(reason);
  })();
}

class Gathered {
  /** Totals of the block that something below them in the block decides. */
  following = 0;
  private readonly changes: Change[] = [];
  private readonly rejected: Rejected[] = [];
  private readonly created = new Map<string, { [field: string]: Json }>();
  private readonly claimed = new Set<string>();
  private readonly shared: Total[] = [];
  private values = 0;

  constructor(private readonly context: SheetContext) {}

  setValue({ id, field, value }: { id: string; field: string; value: Json }): void {
    this.values++;
    if (kindOf(id) === 'goal') this.claimed.add(id);
    const fresh = this.created.get(id);
    if (fresh) fresh[field] = value;
    else if (this.context.get(id)) this.changes.push({ id, field, value });
    else if (value !== null) {
      const values = { [field]: value };
      this.created.set(id, values);
      this.changes.push({ create: id, values });
    }
  }

  refuse(edit: CellEdit, message: string): void {
    this.rejected.push({ ...edit, message });
  }

  /** Ids of the goals that a total is the sum of. */
  cellsBelow({ unit, span }: Total): string[] {
    const months = monthsOf(span);
    return repsBelow(this.context.units, unit).flatMap((rep) =>
      months.map((month) => recordId.goal(rep, month)),
    );
  }

  claim(cells: readonly string[]): boolean {
    if (cells.some((id) => this.claimed.has(id))) return false;
    for (const id of cells) this.claimed.add(id);
    return true;
  }

  clear(cells: readonly string[]): void {
    for (const id of cells) {
      if (typeof this.context.get(id)?.['amount'] !== 'number') continue;
      this.changes.push({ id, field: 'amount', value: null });
    }
    this.values++;
  }

  async share(edit: CellEdit, total: Total, ask: Ask): Promise<void> {
    const { unit, span, amount } = total;
    const answer = await ask({ kind: 'spread', unit, span, amount: amount ?? 0, method: 'proportional' });
    if (!answer) {
      this.refuse(edit, t().sheets.notNow);
      return;
    }
    this.shared.push(total);
    for (const change of answer.changes) this.changes.push(this.asStored(change));
  }

  /** A goal made blank is still a record: written again it is an edit, not a creation. */
  private asStored(change: Change): Change {
    if (!('create' in change) || !this.context.get(change.create)) return change;
    return { id: change.create, field: 'amount', value: change.values['amount'] ?? null };
  }

  outcome(reason: EditReason): EditOutcome {
    return { changes: this.changes, rejected: this.rejected, summary: this.summary(reason) };
  }

  private summary(reason: EditReason): string {
    const words = t().sheets;
    const parts: string[] = [];
    const [only] = this.shared;
    if (reason === 'paste' && this.values > 1) parts.push(words.pasted(this.values));
    if (only && this.shared.length === 1) parts.push(this.sharedText(only));
    else if (this.shared.length > 1) parts.push(words.goals.sharedMany(this.shared.length));
    if (this.following > 0) parts.push(words.goals.follow(this.following));
    return parts.join(words.goals.comma);
  }

  private sharedText({ unit, span, amount }: Total): string {
    const { language, settings, units } = this.context;
    const money = formatMoney(amount ?? 0, language, settings.currency);
    return t().sheets.goals.shared(money, monthsOf(span).length, repsBelow(units, unit).length);
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
