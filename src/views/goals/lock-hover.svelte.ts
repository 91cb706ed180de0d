import { untrack } from 'svelte';
import type { GoalPlace } from '../../model/ids.ts';
import type { Box } from '../../ui/place.ts';
import type { Host } from '../sheet/host.svelte.ts';

interface Shown {
  readonly place: GoalPlace;
  /** The number as the cell has it. */
  readonly text: string;
  readonly anchor: Box;
}

/** How long (ms) the pointer or the ring rests on a locked cell before it is told of. */
const REST = 300;
/** Time (ms) to come from the cell to what is told of it. */
const BRIDGE = 200;

/** Which lock is told of: that of the cell under the pointer, or else of the selected one. */
export class LockHover {
  shown = $state.raw<Shown | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over: Element | null = null;

  constructor(
    part: () => HTMLElement | undefined,
    private readonly host: () => Host,
    private readonly baseRow: (row: number) => number,
  ) {
    $effect(() => {
      const sheet = part();
      if (!sheet) return;
      const move = (event: PointerEvent) => this.#move(event);
      const hide = () => this.hide();
      sheet.addEventListener('pointermove', move);
      sheet.addEventListener('pointerdown', hide);
      sheet.addEventListener('scroll', hide, true);
      sheet.addEventListener('pointerleave', () => this.leave());
      return () => {
        sheet.removeEventListener('pointermove', move);
        sheet.removeEventListener('pointerdown', hide);
        sheet.removeEventListener('scroll', hide, true);
        this.keep();
      };
    });
    // The ring has come to rest.
    $effect(() => {
      const { selection, built } = host();
      if (!selection || !built) return;
      untrack(() => this.hide());
      const sheet = part();
      this.#after(REST, () => {
        // A refusal that is read there comes first.
        const isTaken = sheet?.querySelector('.bubble') != null;
        this.#show((!isTaken && sheet?.querySelector('.cell.active.m-lock')) || null);
      });
    });
  }

  #move({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    const cell = target instanceof Element ? target.closest('.cell.m-lock') : null;
    if (cell === this.#over) return;
    this.#over = cell;
    if (cell) this.#after(REST, () => this.#show(cell));
    else this.leave();
  }

  #show(cell: Element | null): void {
    if (!(cell instanceof HTMLElement) || !cell.isConnected) return;
    const { row, column } = cell.dataset;
    const { built } = this.host();
    const [at, across] = [this.baseRow(Number(row)), Number(column)];
    const place = built?.placeOf?.(at, across);
    if (!place || !built) return;
    const { text } = built.model.cell(at, across);
    this.shown = { place, text, anchor: cell.getBoundingClientRect() };
  }

  #after(ms: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, ms);
  }

  keep(): void {
    clearTimeout(this.#timer);
  }

  leave(): void {
    this.#over = null;
    this.#after(BRIDGE, () => this.hide());
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#over = null;
    this.shown = null;
  }
}
