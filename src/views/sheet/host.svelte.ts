import { untrack } from 'svelte';
import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { WHY } from '../../sheets/reason.ts';
import type { BuiltSheet, Reorganisation } from '../../sheets/definition.ts';
import type { CellReason, EditOutcome, GridSelection, SheetActions } from '../../sheets/sheet.ts';
import type { PlanSession, StepLabel } from '../../state/contract.ts';
import type { Desk, WhyTarget } from '../../state/desk.svelte.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { ShownSheet } from './sheet.svelte.ts';

/** A sheet on which what is typed is looked at before it is taken. */
export interface LookedAt {
  /** `run` works out what was typed, `take` makes it so: one after the other, in the order of typing. */
  edit(
    run: () => EditOutcome | Promise<EditOutcome>,
    take: (outcome: EditOutcome) => EditOutcome,
  ): EditOutcome | Promise<EditOutcome>;
  /** Takes or drops what is looked at; false = there is nothing. */
  settle(take: boolean): boolean;
}

/** What a hand on the sheet does: cells and rows become changes, changes are committed, and the toast says so. */
export class Host {
  selection = $state.raw<GridSelection | null>(null);
  /** The step whose override editor is open. */
  override = $state.raw<{ unit: string; measure: string } | null>(null);
  /** What is asked before people move, go or begin. */
  asked = $state.raw<{ question: Reorganisation; label: StepLabel } | null>(null);
  lookedAt: LookedAt | null = null;
  readonly reason: CellReason | null = $derived.by(() => {
    const { built } = this.shown;
    if (!this.selection || !built) return null;
    const { row, column } = this.selection.active;
    return row < built.model.rowCount && column < built.model.columns.length
      ? built.reason(row, column)
      : null;
  });

  /** The goals of the selected cell. */
  readonly place = $derived.by(() => {
    const at = this.selection?.active;
    return (at && this.shown.built?.placeOf?.(at.row, at.column)) ?? null;
  });

  constructor(
    private readonly session: PlanSession,
    private readonly desk: Desk,
    private readonly shown: ShownSheet,
    private readonly undo: () => void,
    private readonly redo: () => void,
    private readonly takeText: (text: string) => boolean = () => false,
  ) {
    $effect(() => {
      const why = this.selectedWhy();
      if (why) this.desk.why = why;
    });
    // Folding, another scope or a deletion took the explained unit out of sight.
    $effect(() => {
      const { why } = this.desk;
      if (!why || !this.isInSight(why.unit)) this.desk.why = this.firstWhy() ?? why;
    });
  }

  private readonly always: SheetActions = {
    edit: (edits, reason) => {
      const { built } = this.shown;
      if (!built) return { changes: [], rejected: [], summary: '' };
      const run = () => built.edit(edits, reason, (query) => this.session.read(query));
      const take = (taken: EditOutcome): EditOutcome => {
        const { trial, conflict = null } = taken;
        if (trial || conflict) this.desk.goals = { ...this.desk.goals, conflict, ...(trial && { trial }) };
        this.commit(taken.changes, { code: reason, count: edits.length }, taken.summary);
        return taken;
      };
      const done = this.lookedAt ? this.lookedAt.edit(run, take) : this.edited(run(), take);
      if ('then' in done) this.session.awaits(done);
      return done;
    },
    toggle: (row) => {
      const { built } = this.shown;
      const key = (built?.foldKey ?? built?.unitAt)?.(row);
      if (key == null) return;
      const folded = new Set(this.desk.folded);
      if (!folded.delete(key)) folded.add(key);
      this.desk.folded = folded;
    },
    refuse: (row, column) => {
      const refusal = this.shown.built?.refuse(row, column);
      if (!refusal) return null;
      if (refusal.kind === 'sentence') return refusal.text;
      this.override = refusal;
      return null;
    },
    confirm: () => this.lookedAt?.settle(true) ?? false,
    drop: () => this.lookedAt?.settle(false) ?? false,
    takeText: (text) => this.takeText(text),
    undo: () => this.undo(),
    redo: () => this.redo(),
  };
  private readonly moving: Partial<SheetActions> = {
    move: (rows, direction) => {
      this.moved(this.shown.built?.move?.(rows, direction), rows.length);
    },
    placeFor: (rows, wanted) => this.shown.built?.placeFor?.(rows, wanted) ?? null,
    place: (rows, place) => {
      this.moved(this.shown.built?.place?.(rows, place), rows.length);
    },
  };
  private readonly deleting: Partial<SheetActions> = {
    deleteRows: (rows) => {
      const changes = this.shown.built?.remove?.(rows);
      if (changes)
        this.commit(changes, { code: 'deleteRows', count: rows.length }, t().desk.deleted(rows.length));
    },
  };
  /** What this sheet can do; no menu offers the rest. */
  readonly actions: SheetActions = $derived.by(() => {
    const { built } = this.shown;
    return { ...this.always, ...(built?.move && this.moving), ...(built?.remove && this.deleting) };
  });

  get built(): BuiltSheet | null {
    return this.shown.built;
  }

  /** A number that nothing has to be asked for stands at once; what is refused does not hold the hand that goes on. */
  private edited(
    outcome: EditOutcome | Promise<EditOutcome>,
    take: (outcome: EditOutcome) => EditOutcome,
  ): EditOutcome | Promise<EditOutcome> {
    const isTaken = !('then' in outcome) && outcome.rejected.length === 0;
    return isTaken ? take(outcome) : Promise.resolve(outcome).then(take);
  }

  /** What the sheet offers for a cell beside its number. */
  items(row: number, column: number): MenuItem[] {
    const { built } = this.shown;
    if (!built) return [];
    const acts = (built.acts?.(row, column) ?? []).map(({ changes, opens, code, ...shown }) => ({
      ...shown,
      run: () => {
        if (opens) this.desk.goals = { ...this.desk.goals, open: opens };
        this.commit(changes, { code: code ?? 'check', count: changes.length });
      },
    }));
    const history = { label: t().app.cellHistory, run: () => void this.openHistory(row, column) };
    return built.model.cell(row, column).input ? [...acts, history] : acts;
  }

  /** Who entered what in a cell. */
  async openHistory(row: number, column: number): Promise<void> {
    const { openHistory } = await import('../versions/cell-address.ts');
    if (this.shown.built) await openHistory(this.shown.built, this.session, row, column);
  }

  /** A new unit under the one of the selected row, or beside it. */
  async addUnit(kind: 'team' | 'rep'): Promise<void> {
    const { newUnit } = await import('./new-unit.ts');
    const selected = this.selection && this.shown.built?.unitAt(this.selection.active.row);
    this.commit([newUnit(this.session, selected ?? null, kind)], { code: 'addRows', count: 1 });
  }

  /** A name explains its unit, in the measure that was last looked at. */
  private selectedWhy(): WhyTarget | null {
    const { reason, selection } = this;
    if (reason?.why) return { unit: reason.why.unit, measure: reason.why.measure };
    const unit = selection && this.shown.built?.unitAt(selection.active.row);
    const measure = untrack(() => this.desk.why?.measure);
    return unit != null && measure !== undefined ? { unit, measure } : null;
  }

  private isInSight(unit: string): boolean {
    const { built } = this.shown;
    if (!built) return true;
    for (let row = 0; row < built.model.rowCount; row++) if (built.unitAt(row) === unit) return true;
    return false;
  }

  /** Before anything is selected the panel explains the first rep's work. */
  private firstWhy(): WhyTarget | null {
    const { built } = this.shown;
    if (!built) return null;
    const { model } = built;
    for (let row = 0; row < Math.min(model.rowCount, 50); row++) {
      if (model.row(row).total) continue;
      const columns = model.columns.map((_, column) => built.reason(row, column).why);
      const last = columns.findLast((why) => why !== null && why.measure !== WHY.chance);
      return last ? { unit: last.unit, measure: last.measure } : null;
    }
    return null;
  }

  private moved(changes: readonly Change[] | undefined, rows: number): void {
    if (changes)
      this.commit(changes, { code: 'move', count: rows }, changes.length > 0 ? t().desk.moved(rows) : '');
  }

  /** `told`: what the toast says of it. */
  commit(changes: readonly Change[], label: StepLabel, told = ''): void {
    const question = this.shown.built?.asks?.(changes, label.code);
    if (question) {
      this.asked = { question, label };
      return;
    }
    if (changes.length > 0) void this.session.commit(changes, label);
    if (told) this.tell(told);
  }

  /** What was asked is answered; null = it is left as it was. */
  readonly answered = (changes: readonly Change[] | null, told: string): void => {
    const { asked } = this;
    this.asked = null;
    if (!asked || !changes) return;
    void this.session.commit(changes, asked.label);
    this.tell(told);
  };

  private tell(text: string): void {
    const { undo: label, undoKeys: keys } = t().app;
    showToast({ text, action: { label, keys, run: () => this.undo() } });
  }
}
