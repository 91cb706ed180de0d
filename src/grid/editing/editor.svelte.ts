import { draftText } from '../clipboard/cell-text.ts';
import type { GridState } from '../grid-state.svelte.ts';
import type { Position } from '../selection/range.ts';
import { positionsOf } from '../selection/ranges.ts';
import { dayShown } from './days.ts';
import { choicesFor, type Choice } from './choices.ts';
import { refuse, sendEdits } from './send-edits.ts';

/**
 * The cell editor. It is the always focused textarea made visible: what starts an edit is text arriving in it, so
 * that the first letter of an IME composition is never lost.
 */
export class Editor {
  editing = $state(false);
  text = $state('');
  /** Index of the offered choice that Enter takes; -1: the text as typed. */
  choice = $state(-1);
  /** Arrows move the caret (F2) instead of committing (typing). */
  caretKeys = false;
  /** Of a cell that holds a day: shown beside what is typed, or also moved by the arrows. */
  calendar = $state<'closed' | 'shown' | 'active'>('closed');
  private touched = $state(false);
  private started = '';

  readonly offered = $derived.by<readonly Choice[]>(() => {
    const choices = this.grid.view.columns[this.grid.active.column]?.choices;
    return this.editing && choices ? choicesFor(choices, this.text, this.touched) : [];
  });

  /** The day that the calendar stands on. */
  readonly day = $derived(dayShown(this.text));

  constructor(private readonly grid: GridState) {}

  /** F2, double click, second tap: goes on with what is there. */
  open(): void {
    const { row, column } = this.grid.active;
    const { cell, type } = this.current();
    const text = this.grid.draftAt(row, column)?.text ?? draftText(cell, type);
    if (!this.start(text)) return;
    this.caretKeys = true;
    if (this.holdsDay()) this.calendar = 'shown';
    this.choice = this.offered.findIndex(({ label, value }) => label === cell.text || value === text);
    const { sink } = this.grid;
    if (!sink) return;
    sink.value = text;
    sink.setSelectionRange(text.length, text.length);
  }

  openCalendar(): void {
    this.open();
    if (this.editing && this.holdsDay()) this.calendar = 'active';
  }

  holdsDay(): boolean {
    return this.grid.view.columns[this.grid.active.column]?.type === 'date';
  }

  /** The calendar writes its day into the editor, so that Enter, Tab and Escape mean what they always do. */
  goToDay(day: string): void {
    if (!this.grid.sink) return;
    this.grid.sink.value = day;
    this.text = day;
    this.touched = true;
    this.calendar = 'active';
  }

  pickDay(day: string): void {
    this.goToDay(day);
    this.commit();
  }

  /** Backspace: an empty editor that Escape takes back. */
  openEmpty(): void {
    if (!this.start('')) return;
    this.touched = true;
    if (this.grid.sink) this.grid.sink.value = '';
  }

  /** Text arrived in the textarea, or a composition began. */
  typed(): void {
    const { sink } = this.grid;
    if (!sink) return;
    if (!this.editing && !this.start('')) {
      sink.value = '';
      return;
    }
    this.text = sink.value;
    this.touched = true;
    if (this.calendar === 'active') this.calendar = 'shown';
    this.choice = this.offered.length > 0 && this.text.trim() !== '' ? 0 : -1;
  }

  /** False: the cell would not take it, and the edit stays where it is. */
  commit(everywhere = false): boolean {
    if (!this.editing) return true;
    const text = this.offered[this.choice]?.label ?? this.grid.sink?.value ?? '';
    const unchanged = !everywhere && !this.touched && text === this.started;
    this.close();
    if (unchanged) return true;
    const cells = everywhere ? [...positionsOf(this.grid.ranges)] : [this.grid.active];
    const below = this.grid.belowAdder;
    const edits = cells.filter((p) => this.takes(p)).map((p) => ({ ...p, row: p.row + below, text }));
    return sendEdits(this.grid, edits, 'type') !== 'rejected';
  }

  pick(choice: Choice): void {
    if (this.grid.sink) this.grid.sink.value = choice.label;
    this.choice = -1;
    this.touched = true;
    this.commit();
  }

  close(): void {
    this.editing = false;
    this.text = '';
    this.choice = -1;
    this.calendar = 'closed';
    if (this.grid.sink) this.grid.sink.value = '';
  }

  private start(text: string): boolean {
    if (!this.takes(this.grid.active)) {
      refuse(this.grid);
      return false;
    }
    this.started = text;
    this.text = text;
    this.touched = false;
    this.caretKeys = false;
    this.choice = -1;
    this.editing = true;
    this.grid.notice = null;
    this.grid.copied = [];
    this.grid.adding = 'no';
    this.grid.reveal(this.grid.active);
    return true;
  }

  private takes({ row, column }: Position): boolean {
    return !this.grid.source.readOnly && this.grid.cellAt(row, column).input;
  }

  private current() {
    const { row, column } = this.grid.active;
    const type = this.grid.view.columns[column]?.type ?? 'text';
    return { cell: this.grid.cellAt(row, column), type } as const;
  }
}
