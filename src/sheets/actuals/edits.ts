import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import { withLeaveDay } from '../../model/leave.ts';
import type { Leave, Unit } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';
import { ChangeSet } from '../change-set.ts';
import { pasteSummary } from '../paste-summary.ts';
import type { CellEdit, EditOutcome, EditReason } from '../sheet.ts';
import { refusal } from './columns.ts';
import { saidOf, type ActualsPlan } from './plan.ts';

/** Typed in place of a number: the day was taken off. */
const LEAVE = /^(?:调休|请假|休假|年假|病假|事假|leave|off)$/i;

/** Turns typed and pasted days into what a person says; a cell that is emptied loses the system's number too. */
export class ActualsEdits {
  private readonly changes: ChangeSet;
  private numbers = 0;
  private gaps = 0;
  /** Typed beside a system's number that counts. */
  private beside = 0;

  constructor(
    private readonly plan: ActualsPlan,
    private readonly unitAt: (row: number) => Unit | null,
  ) {
    this.changes = new ChangeSet(plan.context);
  }

  run(edits: readonly CellEdit[], reason: EditReason): EditOutcome {
    for (const edit of edits) this.write(edit);
    const { numbers, gaps, beside } = this;
    const counts = { numbers, gaps, rejected: this.changes.rejected.length };
    const said = [pasteSummary(edits, reason, counts), beside > 0 ? t().actuals.sheet.beside(beside) : ''];
    return this.changes.outcome(said.filter(Boolean).join(t().sheets.goals.comma));
  }

  private write(edit: CellEdit): void {
    const { plan } = this;
    const unit = this.unitAt(edit.row);
    const at = plan.shown[edit.column - 1];
    if (!unit || at === undefined) this.changes.reject(edit, t().sheets.fixed);
    else if (unit.kind !== 'rep' || !this.isOpen(unit, at))
      this.changes.reject(edit, refusal(plan, unit, at));
    else if (LEAVE.test(edit.text.trim())) this.takeOff(unit, plan.answer.days[at]!.day);
    else this.put(unit, plan.answer.days[at]!.day, edit);
  }

  private isOpen({ start, end }: Unit, at: number): boolean {
    const day = this.plan.answer.days[at]?.day ?? '';
    return day <= this.plan.context.asOf && day >= (start ?? '') && day <= (end ?? '9999');
  }

  private takeOff(unit: Unit, day: Day): void {
    const id = recordId.unit(unit.key);
    const leave = (this.changes.get(id, 'leave') ?? []) as Leave[];
    this.changes.set(id, 'leave', withLeaveDay(leave, day));
  }

  private put(unit: Unit, day: Day, edit: CellEdit): void {
    const { measure, context } = this.plan;
    const text = edit.text.trim() === t().actuals.sheet.gap ? '' : edit.text;
    const value = this.changes.read(measure.unit, { ...edit, text }, context);
    if (value === undefined) return;
    this.changes.set(recordId.actual(unit.key, day), measure.key, value);
    const said = saidOf(context, unit.key, day, measure);
    if (value === null) {
      this.gaps++;
      if (said.system !== null) this.changes.set(recordId.systemActual(unit.key, day), measure.key, null);
      return;
    }
    this.numbers++;
    if (said.system !== null && said.from === 'system' && said.system !== value) this.beside++;
  }
}
